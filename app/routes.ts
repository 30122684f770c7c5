import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes'

/** The steps of a profile, for the person and for a counsellor who enters it: the same pages twice. */
const profileSteps = (who: 'own' | 'entered') => [
  route('experience', 'routes/profile/experience.tsx', { id: `${who}-experience` }),
  route('experience/:experienceId', 'routes/profile/experience-entry.tsx', {
    id: `${who}-experience-entry`,
  }),
  route('skills', 'routes/profile/skills.tsx', { id: `${who}-skills` }),
  route('languages', 'routes/profile/languages.tsx', { id: `${who}-languages` }),
  route('education', 'routes/profile/education.tsx', { id: `${who}-education` }),
  route('place', 'routes/profile/place.tsx', { id: `${who}-place` }),
  route('wishes', 'routes/profile/wishes.tsx', { id: `${who}-wishes` }),
  route('identity', 'routes/profile/identity.tsx', { id: `${who}-identity` }),
  route('preview', 'routes/profile/preview.tsx', { id: `${who}-preview` }),
  route('delete', 'routes/profile/delete.tsx', { id: `${who}-delete` }),
]

// The URL map. Who may ask for what stands in server/policy.ts, by the same patterns.
export default [
  layout('routes/site.tsx', [
    index('routes/home/choose-language.ts'),
    route('dev/ui', 'routes/dev/ui.tsx'),

    ...prefix(':lang', [
      index('routes/home/home.tsx'),
      route('about', 'routes/about/about.tsx'),
      route('about/data', 'routes/about/data.tsx'),
      route('about/privacy', 'routes/about/privacy.tsx'),
      route('about/verified', 'routes/about/verified.tsx'),
      route('mailbox', 'routes/dev/mailbox.tsx'),
      route('suggest/:kind', 'routes/search/suggest.ts'),

      // Accounts
      route('register', 'routes/account/register.tsx'),
      route('register/verify', 'routes/account/verify-contact.tsx'),
      route('sign-in', 'routes/account/sign-in.tsx'),
      route('sign-in/code', 'routes/account/sign-in-code.tsx'),
      route('sign-in/two-factor', 'routes/account/sign-in-two-factor.tsx'),
      route('sign-out', 'routes/account/sign-out.ts'),
      route('password/forgot', 'routes/account/forgot-password.tsx'),
      route('password/reset', 'routes/account/reset-password.tsx'),
      route('account', 'routes/account/account.tsx'),
      route('account/two-factor', 'routes/account/two-factor.tsx'),
      route('join/:token', 'routes/account/join.tsx'),

      // Looking for work
      route('opportunities', 'routes/opportunity/search.tsx'),
      route('opportunities/:opportunityId', 'routes/opportunity/opportunity.tsx'),
      route('matches', 'routes/match/my-matches.tsx'),
      route('matches/compare', 'routes/match/compare-opportunities.tsx'),
      route('matches/hidden', 'routes/match/hidden-opportunities.tsx'),
      route('matches/:opportunityId', 'routes/match/my-match.tsx'),
      route('matches/:opportunityId/hide', 'routes/match/hide-opportunity.tsx'),
      route('confirm/:profileId', 'routes/profile/confirm.tsx'),
      ...prefix('profile', [
        index('routes/profile/profile.tsx', { id: 'own-profile' }),
        ...profileSteps('own'),
      ]),

      // Offering work
      route('companies/new', 'routes/company/register-company.tsx'),
      route('confirm-company/:token', 'routes/company/confirm-company.tsx'),
      ...prefix('employer', [
        index('routes/employer/desk.tsx'),
        route('candidates', 'routes/employer/candidates.tsx'),
        route('candidates/:profileId', 'routes/employer/candidate.tsx'),
        ...prefix('companies/:companyId', [
          index('routes/company/company.tsx'),
          route('sites', 'routes/company/sites.tsx'),
          route('team', 'routes/company/team.tsx'),
          route('opportunities/new', 'routes/opportunity/new-opportunity.tsx'),
        ]),
        ...prefix('opportunities/:opportunityId', [
          index('routes/opportunity/manage-opportunity.tsx'),
          route('edit', 'routes/opportunity/edit-opportunity.tsx'),
          route('skills', 'routes/opportunity/edit-skills.tsx'),
          route('conditions', 'routes/opportunity/edit-conditions.tsx'),
          route('preview', 'routes/opportunity/preview-opportunity.tsx'),
          route('matches', 'routes/match/matching-profiles.tsx'),
          route('matches/compare', 'routes/match/compare-profiles.tsx'),
          route('matches/hidden', 'routes/match/hidden-profiles.tsx'),
          route('matches/:profileId', 'routes/match/matching-profile.tsx'),
          route('matches/:profileId/hide', 'routes/match/hide-profile.tsx'),
        ]),
      ]),

      // The chamber's desk
      ...prefix('chamber', [
        index('routes/chamber/companies.tsx'),
        route('companies/new', 'routes/chamber/company/new-company.tsx'),
        ...prefix('companies/:companyId', [
          index('routes/chamber/company/company.tsx'),
          route('record', 'routes/chamber/company/record.tsx'),
          route('contacts', 'routes/chamber/company/contacts.tsx'),
          route('promises', 'routes/chamber/company/promises.tsx'),
          route('promises/export', 'routes/chamber/company/promises-export.ts'),
          route('documents', 'routes/chamber/company/documents.tsx'),
          route('documents/:documentId', 'routes/chamber/company/document.ts'),
          route('history', 'routes/chamber/company/history.tsx'),
          route('history/export', 'routes/chamber/company/history-export.ts'),
          route('log', 'routes/chamber/company/log.tsx'),
          route('log/:engagementId', 'routes/chamber/company/log-entry.tsx'),
          route('confirmation', 'routes/chamber/company/confirmation.tsx'),
        ]),
        route('day', 'routes/chamber/relations/day.tsx'),
        route('day/export', 'routes/chamber/relations/day-export.ts'),
        route('board', 'routes/chamber/relations/board.tsx'),
        route('board/export', 'routes/chamber/relations/board-export.ts'),
        route('campaigns', 'routes/chamber/relations/campaigns.tsx'),
        route('campaigns/export', 'routes/chamber/relations/campaigns-export.ts'),
        route('campaigns/:campaignId', 'routes/chamber/relations/campaign.tsx'),
        route('campaigns/:campaignId/export', 'routes/chamber/relations/campaign-export.ts'),
        route('campaigns/:campaignId/invite', 'routes/chamber/relations/campaign-invite.tsx'),
        route('handover', 'routes/chamber/relations/handover.tsx'),
        route('team', 'routes/chamber/team.tsx'),
        route('calls', 'routes/chamber/calls/calls.tsx'),
        route('calls/export', 'routes/chamber/calls/calls-export.ts'),
        route('calls/:companyId', 'routes/chamber/calls/call.tsx'),
        route('scorecard', 'routes/chamber/scorecard/scorecard.tsx'),
        route('scorecard/export', 'routes/chamber/scorecard/scorecard-export.ts'),
        route('targets', 'routes/chamber/scorecard/targets.tsx'),
        route('export', 'routes/chamber/export-companies.ts'),
        ...prefix('duplicates', [
          index('routes/chamber/merge/duplicates.tsx'),
          route('export', 'routes/chamber/merge/duplicates-export.ts'),
          route(':companyId/:otherId', 'routes/chamber/merge/merge.tsx'),
        ]),
        ...prefix('imports', [
          index('routes/chamber/imports/imports.tsx'),
          route('export', 'routes/chamber/imports/imports-export.ts'),
          route('template', 'routes/chamber/imports/import-template.ts'),
          route(':importId', 'routes/chamber/imports/import.tsx'),
          route(':importId/left-out', 'routes/chamber/imports/import-left-out.ts'),
          route(':importId/undo', 'routes/chamber/imports/import-undo.tsx'),
        ]),
        ...prefix('map', [
          index('routes/map/staff-map.tsx', { id: 'chamber-map' }),
          route('export', 'routes/map/staff-export.ts'),
          route('interactive', 'routes/map/interactive.tsx'),
          route('points', 'routes/map/points.ts'),
          route('sectors', 'routes/map/sectors.tsx'),
          route('skills', 'routes/map/skills.tsx'),
          route(':area', 'routes/map/staff-map.tsx', { id: 'chamber-map-area' }),
          route(':area/:place', 'routes/map/staff-list.tsx'),
        ]),
      ]),

      // The map that everybody may see
      ...prefix('map/:country', [
        index('routes/map/public-map.tsx', { id: 'public-map' }),
        route('export', 'routes/map/public-export.ts'),
        route('interactive', 'routes/map/public-interactive.tsx'),
        route('points', 'routes/map/public-points.ts'),
        route(':area', 'routes/map/public-map.tsx', { id: 'public-map-area' }),
        route(':area/:place', 'routes/map/public-list.tsx'),
      ]),

      // The counsellor's desk
      ...prefix('counsellor', [
        index('routes/counsellor/profiles.tsx'),
        route('team', 'routes/counsellor/team.tsx'),
        route('profiles/new', 'routes/counsellor/new-profile.tsx'),
        ...prefix('profiles/:profileId', [
          index('routes/profile/profile.tsx', { id: 'entered-profile' }),
          ...profileSteps('entered'),
          route('confirm', 'routes/counsellor/confirm-profile.tsx'),
        ]),
      ]),

      route('admin', 'routes/admin/health.tsx'),
      route('*', 'routes/not-found.tsx'),
    ]),
  ]),
] satisfies RouteConfig
