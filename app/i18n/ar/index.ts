import common from './common.ts'
import form from './form.ts'
import errors from './errors.ts'
import home from './home.ts'
import about from './about.ts'
import account from './account.ts'
import profile from './profile.ts'
import company from './company.ts'
import opportunity from './opportunity.ts'
import match from './match.ts'
import search from './search.ts'
import chamber from './chamber.ts'
import counsellor from './counsellor.ts'
import admin from './admin.ts'

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
  search,
  chamber,
  counsellor,
  admin,
}
