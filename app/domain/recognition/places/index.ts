import type { CountryCode } from '../../countries/country-pack.ts'
import { ciList } from './ci.ts'
import { maList } from './ma.ts'
import type { PlaceList } from './place-list.ts'
import { snList } from './sn.ts'
import { tnList } from './tn.ts'

/** What people write for places, country by country. */
export const placeLists: Readonly<Record<CountryCode, PlaceList>> = {
  CI: ciList,
  TN: tnList,
  SN: snList,
  MA: maList,
}
