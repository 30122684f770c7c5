/**
 * Which work the firms of an ISIC Rev.4 division employ people for, the usual work first, as groups of ISCO-08: minor
 * ones (three digits), or a unit (four) where its neighbours work elsewhere, as mechanics of cars and of machines do.
 *
 * Our own reading of the two classifications: a division is described by what it makes, and ISCO groups name who makes
 * it; clerks, managers and drivers stand only where the division lives of them, so that a firm is not called about
 * people whom every firm has a few of. It is where a country begins: each opportunity that is published counts beside
 * it (`fit.ts`), and ten of a division weigh as much as this table.
 */
export const usualGroups: Readonly<Record<string, string>> = {
  // Agriculture, forestry, fishing
  '01': '611 921 612 613 834 314',
  '02': '621 921 834',
  '03': '622 921 751',
  // Mines and quarries
  '05': '811 931 834 7233',
  '06': '811 313 311 7233',
  '07': '811 931 834 7233 741',
  '08': '811 931 834 833',
  '09': '811 721 7233 311',
  // Manufacturing
  '10': '816 751 932 7233 432',
  '11': '816 818 932 432',
  '12': '816 751 932',
  '13': '815 731 753 932',
  '14': '753 815 932',
  '15': '753 815 932',
  '16': '752 817 932',
  '17': '817 814 932 732',
  '18': '732 216',
  '19': '313 813 7233',
  '20': '813 932 311 7233',
  '21': '813 311 213 932',
  '22': '814 932 7233',
  '23': '818 811 731 931',
  '24': '812 721 313 7233',
  '25': '721 722 932',
  '26': '742 821 311',
  '27': '741 821 742 932',
  '28': '722 7233 721 821',
  '29': '7231 821 721',
  '30': '721 722 821 7233',
  '31': '752 753 932',
  '32': '731 821 932',
  '33': '7233 741 721 722',
  // Energy, water, waste
  '35': '741 313 311',
  '36': '712 313 311',
  '37': '712 961 313',
  '38': '961 932 833',
  '39': '961 311 931',
  // Construction
  '41': '711 931 712 713 741 312',
  '42': '834 711 931 311 312',
  '43': '741 712 713 711 752 721',
  // Trade
  '45': '7231 741 522',
  '46': '432 522 933 332 833',
  '47': '522 523 933 432',
  // Transport
  '49': '833 832 933 7231 432',
  '50': '835 315 933',
  '51': '511 315 933',
  '52': '432 933 834 333',
  '53': '832 962 441 933',
  // Hotels and restaurants
  '55': '911 513 512 422 515',
  '56': '512 513 941 343',
  // Information, finance, property
  '58': '264 216 251',
  '59': '352 265 343',
  '60': '352 264 265',
  '61': '742 351 422 215',
  '62': '251 252 351',
  '63': '251 413 422 252',
  '64': '421 331 241 411',
  '65': '332 331 422',
  '66': '331 241 332',
  '68': '333 515 541',
  // Services to firms
  '69': '331 241 261 411',
  '70': '242 241 334',
  '71': '214 311 216 312',
  '72': '211 213 214 314',
  '73': '243 216 524',
  '74': '216 264 343',
  '75': '225 324',
  '77': '833 522 7231',
  '78': '242 333 411 931',
  '79': '422 511 411',
  '80': '541',
  '81': '911 921 515 961',
  '82': '422 411 524 413',
  // Public and social services
  '84': '411 335 242',
  '85': '234 233 232 531 235',
  '86': '322 222 325 532 221',
  '87': '532 322 341',
  '88': '531 341 532',
  // Culture, associations, personal services
  '90': '265 216',
  '91': '262 441',
  '92': '421',
  '93': '342 541',
  '94': '242 334 411',
  '95': '742 741 753',
  '96': '514 753 911',
  '97': '911 515 941',
  '98': '631 611',
  '99': '411 242 334',
}
