import about from './about.ts'
import account from './account.ts'
import admin from './admin.ts'
import chamber from './chamber.ts'
import common from './common.ts'
import company from './company.ts'
import counsellor from './counsellor.ts'
import errors from './errors.ts'
import form from './form.ts'
import home from './home.ts'
import match from './match.ts'
import opportunity from './opportunity.ts'
import profile from './profile.ts'
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
  search,
  chamber,
  counsellor,
  admin,
}
