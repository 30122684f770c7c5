import about from './about.ts'
import account from './account.ts'
import admin from './admin.ts'
import calls from './calls.ts'
import chamber from './chamber.ts'
import common from './common.ts'
import company from './company.ts'
import counsellor from './counsellor.ts'
import errors from './errors.ts'
import form from './form.ts'
import home from './home.ts'
import companyImport from './import.ts'
import lists from './lists.ts'
import map from './map.ts'
import match from './match.ts'
import merge from './merge.ts'
import opportunity from './opportunity.ts'
import profile from './profile.ts'
import relation from './relation.ts'
import scorecard from './scorecard.ts'
import search from './search.ts'

export default {
  common,
  form,
  errors,
  home,
  about,
  account,
  profile,
  company,
  opportunity,
  match,
  map,
  relation,
  search,
  merge,
  chamber,
  calls,
  scorecard,
  lists,
  import: companyImport,
  counsellor,
  admin,
}
