import type { Role } from '#app/domain/access.ts'

/** Who may ask for a route at all. What they find there is narrowed again by each use case. */
export type Rule = 'everyone' | 'signed-in' | readonly Role[]

const returnee: Rule = ['returnee']
const employer: Rule = ['employer', 'chamber']
const chamber: Rule = ['chamber']
const counsellor: Rule = ['counsellor']
const administrator: Rule = ['administrator']

/** The steps of a profile, below `/profile` for the person and below a counsellor's `/profiles/:profileId`. */
export const profileSteps = [
  'experience',
  'experience/:experienceId',
  'skills',
  'languages',
  'education',
  'place',
  'wishes',
  'identity',
  'preview',
  'delete',
] as const

/**
 * Every route by its pattern. A pattern that is not here is refused to all (deny by default), and a
 * test fails until somebody decides.
 */
export const policy: Readonly<Record<string, Rule>> = {
  '/': 'everyone',
  '/:lang': 'everyone',
  '/:lang/*': 'everyone',
  '/:lang/about': 'everyone',
  '/:lang/about/data': 'everyone',
  '/:lang/about/privacy': 'everyone',
  '/:lang/about/verified': 'everyone',
  '/:lang/suggest/:kind': 'everyone',

  '/:lang/opportunities': 'everyone',
  '/:lang/opportunities/:opportunityId': 'everyone',

  '/:lang/register': 'everyone',
  '/:lang/register/verify': 'signed-in',
  '/:lang/sign-in': 'everyone',
  '/:lang/sign-in/code': 'everyone',
  '/:lang/sign-in/two-factor': 'everyone',
  '/:lang/password/forgot': 'everyone',
  '/:lang/password/reset': 'everyone',
  '/:lang/sign-out': 'everyone',
  '/:lang/join/:token': 'everyone',
  '/:lang/confirm/:profileId': 'everyone',
  '/:lang/confirm-company/:token': 'everyone',
  '/:lang/mailbox': 'everyone',
  '/:lang/account': 'signed-in',
  '/:lang/account/two-factor': 'signed-in',

  '/:lang/profile': returnee,
  ...Object.fromEntries(profileSteps.map((step) => [`/:lang/profile/${step}`, returnee])),
  '/:lang/matches': returnee,
  '/:lang/matches/compare': returnee,
  '/:lang/matches/hidden': returnee,
  '/:lang/matches/:opportunityId': returnee,
  '/:lang/matches/:opportunityId/hide': returnee,

  '/:lang/companies/new': 'signed-in',
  '/:lang/employer': employer,
  '/:lang/employer/companies/:companyId': employer,
  '/:lang/employer/companies/:companyId/sites': employer,
  '/:lang/employer/companies/:companyId/team': employer,
  '/:lang/employer/companies/:companyId/opportunities/new': employer,
  '/:lang/employer/opportunities/:opportunityId': employer,
  '/:lang/employer/opportunities/:opportunityId/edit': employer,
  '/:lang/employer/opportunities/:opportunityId/skills': employer,
  '/:lang/employer/opportunities/:opportunityId/conditions': employer,
  '/:lang/employer/opportunities/:opportunityId/preview': employer,
  '/:lang/employer/opportunities/:opportunityId/matches': employer,
  '/:lang/employer/opportunities/:opportunityId/matches/compare': employer,
  '/:lang/employer/opportunities/:opportunityId/matches/hidden': employer,
  '/:lang/employer/opportunities/:opportunityId/matches/:profileId': employer,
  '/:lang/employer/opportunities/:opportunityId/matches/:profileId/hide': employer,
  '/:lang/employer/candidates': employer,
  '/:lang/employer/candidates/:profileId': employer,

  '/:lang/chamber': chamber,
  '/:lang/chamber/companies/new': chamber,
  '/:lang/chamber/companies/:companyId': chamber,
  '/:lang/chamber/companies/:companyId/record': chamber,
  '/:lang/chamber/companies/:companyId/contacts': chamber,
  '/:lang/chamber/companies/:companyId/promises': chamber,
  '/:lang/chamber/companies/:companyId/promises/export': chamber,
  '/:lang/chamber/companies/:companyId/documents': chamber,
  '/:lang/chamber/companies/:companyId/documents/:documentId': chamber,
  '/:lang/chamber/companies/:companyId/history': chamber,
  '/:lang/chamber/companies/:companyId/history/export': chamber,
  '/:lang/chamber/companies/:companyId/log': chamber,
  '/:lang/chamber/companies/:companyId/log/:engagementId': chamber,
  '/:lang/chamber/companies/:companyId/confirmation': chamber,
  '/:lang/chamber/day': chamber,
  '/:lang/chamber/day/export': chamber,
  '/:lang/chamber/board': chamber,
  '/:lang/chamber/board/export': chamber,
  '/:lang/chamber/campaigns': chamber,
  '/:lang/chamber/campaigns/export': chamber,
  '/:lang/chamber/campaigns/:campaignId': chamber,
  '/:lang/chamber/campaigns/:campaignId/export': chamber,
  '/:lang/chamber/campaigns/:campaignId/invite': chamber,
  '/:lang/chamber/handover': chamber,
  '/:lang/chamber/team': chamber,
  '/:lang/chamber/calls': chamber,
  '/:lang/chamber/calls/export': chamber,
  '/:lang/chamber/calls/:companyId': chamber,
  '/:lang/chamber/scorecard': chamber,
  '/:lang/chamber/scorecard/export': chamber,
  '/:lang/chamber/targets': chamber,
  '/:lang/chamber/duplicates': chamber,
  '/:lang/chamber/duplicates/export': chamber,
  '/:lang/chamber/duplicates/:companyId/:otherId': chamber,
  '/:lang/chamber/imports': chamber,
  '/:lang/chamber/imports/export': chamber,
  '/:lang/chamber/imports/template': chamber,
  '/:lang/chamber/imports/:importId': chamber,
  '/:lang/chamber/imports/:importId/left-out': chamber,
  '/:lang/chamber/imports/:importId/undo': chamber,
  '/:lang/chamber/export': chamber,
  '/:lang/chamber/map': chamber,
  '/:lang/chamber/map/export': chamber,
  '/:lang/chamber/map/interactive': chamber,
  '/:lang/chamber/map/points': chamber,
  '/:lang/chamber/map/sectors': chamber,
  '/:lang/chamber/map/skills': chamber,
  '/:lang/chamber/map/:area': chamber,
  '/:lang/chamber/map/:area/:place': chamber,

  '/:lang/map/:country': 'everyone',
  '/:lang/map/:country/export': 'everyone',
  '/:lang/map/:country/interactive': 'everyone',
  '/:lang/map/:country/points': 'everyone',
  '/:lang/map/:country/:area': 'everyone',
  '/:lang/map/:country/:area/:place': 'everyone',

  '/:lang/counsellor': counsellor,
  '/:lang/counsellor/team': counsellor,
  '/:lang/counsellor/profiles/new': counsellor,
  '/:lang/counsellor/profiles/:profileId': counsellor,
  ...Object.fromEntries(
    profileSteps.map((step) => [`/:lang/counsellor/profiles/:profileId/${step}`, counsellor]),
  ),
  '/:lang/counsellor/profiles/:profileId/confirm': counsellor,

  '/:lang/admin': administrator,
  '/dev/ui': 'everyone',
}

/** What a route answers somebody who may not enter: `sign-in` for a visitor whom it could help, else `forbidden`. */
export function decide(
  pattern: string,
  roles: ReadonlySet<Role>,
): 'allow' | 'sign-in' | 'forbidden' {
  const rule = policy[pattern]
  if (rule === undefined) return 'forbidden'
  if (rule === 'everyone') return 'allow'
  if (roles.has('visitor')) return 'sign-in'
  if (rule === 'signed-in') return 'allow'
  return rule.some((role) => roles.has(role)) ? 'allow' : 'forbidden'
}
