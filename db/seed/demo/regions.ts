/** How many firms and people a district of the demonstration has, where in it, and what lives there. */
export interface Region {
  /** ISO 3166-2. */
  readonly admin1: string
  readonly companies: number
  /** Among 1,000 people. */
  readonly people: number
  /** Ids of places with how much of the district's life is there, the chief town first. */
  readonly towns: readonly (readonly [string, number])[]
  /** The letters by which the trade register names its court. */
  readonly court: string
  /** ISO 639 codes of first languages besides French, with their weight. */
  readonly languages: readonly (readonly [string, number])[]
  /** Keys of industries that weigh more here than in the whole country. */
  readonly strong: Readonly<Record<string, number>>
}

/** The 14 districts of Côte d'Ivoire. Numbers are made up; what each is known for is not. */
export const regions: readonly Region[] = [
  {
    admin1: 'CI-AB',
    companies: 150,
    people: 430,
    towns: [
      ['ci-yopougon', 20],
      ['ci-abobo', 15],
      ['ci-cocody', 13],
      ['ci-koumassi', 10],
      ['ci-port-bouet', 10],
      ['ci-marcory', 9],
      ['ci-treichville', 9],
      ['ci-adjame', 9],
      ['ci-plateau', 7],
      ['ci-attecoube', 5],
      ['ci-bingerville', 5],
      ['ci-anyama', 5],
    ],
    court: 'ABJ',
    languages: [
      ['dyu', 40],
      ['bci', 20],
      ['bev', 8],
      ['ati', 6],
      ['any', 6],
      ['mos', 5],
    ],
    strong: {
      ...{ callCentre: 10, digital: 8, accounting: 6, microfinance: 5, port: 8, agriFood: 6 },
      ...{ textile: 7, retail: 6, wholesale: 6, restaurant: 5, security: 5, cleaning: 4 },
      ...{ metal: 4, solar: 3, telecom: 4, health: 4, delivery: 4, construction: 4, school: 3 },
    },
  },
  {
    admin1: 'CI-BS',
    companies: 38,
    people: 70,
    towns: [
      ['ci-san-pedro', 60],
      ['ci-soubre', 20],
      ['ci-meagui', 7],
      ['ci-sassandra', 7],
      ['ci-tabou', 6],
    ],
    court: 'SPD',
    languages: [
      ['bev', 25],
      ['dyu', 25],
      ['bci', 25],
      ['gxx', 10],
    ],
    strong: { port: 24, cocoa: 24, fishing: 12, transport: 8, farm: 8, hotel: 4 },
  },
  {
    admin1: 'CI-VB',
    companies: 34,
    people: 90,
    towns: [
      ['ci-bouake', 75],
      ['ci-katiola', 12],
      ['ci-dabakala', 5],
      ['ci-beoumi', 8],
    ],
    court: 'BKE',
    languages: [
      ['bci', 50],
      ['dyu', 35],
      ['sef', 8],
    ],
    strong: { cotton: 24, wholesale: 12, retail: 12, transport: 8, cashew: 6, garage: 5 },
  },
  {
    admin1: 'CI-SV',
    companies: 32,
    people: 80,
    towns: [
      ['ci-korhogo', 62],
      ['ci-ferkessedougou', 16],
      ['ci-boundiali', 10],
      ['ci-ouangolodougou', 6],
      ['ci-tengrela', 6],
    ],
    court: 'KGO',
    languages: [
      ['sef', 50],
      ['dyu', 40],
    ],
    strong: { cashew: 26, mango: 20, cotton: 8, farm: 8, transport: 5, livestock: 5 },
  },
  {
    admin1: 'CI-YM',
    companies: 24,
    people: 50,
    towns: [
      ['ci-yamoussoukro', 92],
      ['ci-attiegouakro', 8],
    ],
    court: 'YKO',
    languages: [
      ['bci', 60],
      ['dyu', 25],
    ],
    strong: { engineering: 14, school: 14, hotel: 14, tourism: 10, restaurant: 8, fishing: 3 },
  },
  {
    admin1: 'CI-SM',
    companies: 20,
    people: 60,
    towns: [
      ['ci-daloa', 60],
      ['ci-bouafle', 15],
      ['ci-issia', 10],
      ['ci-sinfra', 8],
      ['ci-vavoua', 7],
    ],
    court: 'DLO',
    languages: [
      ['bev', 40],
      ['dyu', 25],
      ['bci', 20],
      ['gxx', 5],
    ],
    strong: { cocoa: 10, farm: 12, wood: 8, transport: 8, wholesale: 6 },
  },
  {
    admin1: 'CI-GD',
    companies: 18,
    people: 50,
    towns: [
      ['ci-gagnoa', 45],
      ['ci-divo', 35],
      ['ci-oume', 12],
      ['ci-lakota', 8],
    ],
    court: 'GAG',
    languages: [
      ['bev', 50],
      ['dyu', 25],
      ['bci', 15],
    ],
    strong: { cocoa: 12, farm: 12, agriFood: 8, wood: 6 },
  },
  {
    admin1: 'CI-CM',
    companies: 18,
    people: 40,
    towns: [
      ['ci-abengourou', 40],
      ['ci-grand-bassam', 30],
      ['ci-aboisso', 16],
      ['ci-bonoua', 14],
    ],
    court: 'ABG',
    languages: [
      ['any', 55],
      ['dyu', 25],
    ],
    strong: { farm: 10, hotel: 12, agriFood: 8, cocoa: 6, fishing: 5, tourism: 5 },
  },
  {
    admin1: 'CI-LG',
    companies: 16,
    people: 40,
    towns: [
      ['ci-agboville', 30],
      ['ci-dabou', 30],
      ['ci-adzope', 22],
      ['ci-tiassale', 10],
      ['ci-jacqueville', 8],
    ],
    court: 'AGB',
    languages: [
      ['ati', 40],
      ['dyu', 25],
      ['any', 10],
    ],
    strong: { farm: 14, agriFood: 8, fishing: 8, wood: 5, livestock: 5 },
  },
  {
    admin1: 'CI-MG',
    companies: 14,
    people: 30,
    towns: [
      ['ci-man', 55],
      ['ci-duekoue', 18],
      ['ci-danane', 14],
      ['ci-guiglo', 13],
    ],
    court: 'MAN',
    languages: [
      ['dnj', 50],
      ['gxx', 25],
      ['dyu', 20],
    ],
    strong: { farm: 12, wood: 12, cocoa: 5, tourism: 5, construction: 4 },
  },
  {
    admin1: 'CI-LC',
    companies: 12,
    people: 20,
    towns: [
      ['ci-dimbokro', 35],
      ['ci-daoukro', 30],
      ['ci-bongouanou', 18],
      ['ci-toumodi', 17],
    ],
    court: 'DBK',
    languages: [
      ['bci', 55],
      ['any', 20],
      ['dyu', 15],
    ],
    strong: { farm: 14, livestock: 8, retail: 6, cotton: 5 },
  },
  {
    admin1: 'CI-ZZ',
    companies: 9,
    people: 15,
    towns: [
      ['ci-bondoukou', 60],
      ['ci-bouna', 22],
      ['ci-tanda', 18],
    ],
    court: 'BDK',
    languages: [
      ['dyu', 45],
      ['any', 20],
      ['mos', 10],
    ],
    strong: { cashew: 16, farm: 12, transport: 6, retail: 6 },
  },
  {
    admin1: 'CI-WR',
    companies: 8,
    people: 15,
    towns: [
      ['ci-seguela', 55],
      ['ci-mankono', 22],
      ['ci-touba', 23],
    ],
    court: 'SGL',
    languages: [
      ['dyu', 45],
      ['man', 40],
    ],
    strong: { cashew: 14, livestock: 12, farm: 12, retail: 6 },
  },
  {
    admin1: 'CI-DN',
    companies: 7,
    people: 10,
    towns: [
      ['ci-odienne', 78],
      ['ci-minignan', 22],
    ],
    court: 'ODN',
    languages: [
      ['dyu', 40],
      ['man', 45],
    ],
    strong: { livestock: 12, mango: 10, cashew: 10, retail: 6 },
  },
]
