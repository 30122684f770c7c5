import type { AuditEventTable } from './audit-event.ts'
import type { AuthAccountTable } from './auth-account.ts'
import type { AuthSessionTable } from './auth-session.ts'
import type { AuthTwoFactorTable } from './auth-two-factor.ts'
import type { AuthUserTable } from './auth-user.ts'
import type { AuthVerificationTable } from './auth-verification.ts'
import type { ChamberTable } from './chamber.ts'
import type { CompanyTable } from './company.ts'
import type { CompanyClaimTable } from './company-claim.ts'
import type { CompanyIdentifierTable } from './company-identifier.ts'
import type { ConceptTable } from './concept.ts'
import type { ConceptBroaderTable } from './concept-broader.ts'
import type { ConceptLabelTable } from './concept-label.ts'
import type { ExperienceTable } from './experience.ts'
import type { IdentityTable } from './identity.ts'
import type { IndexChangeTable } from './index-change.ts'
import type { IndexRunTable } from './index-run.ts'
import type { LatentSpaceTable } from './latent-space.ts'
import type { LinkingIndexTable } from './linking-index.ts'
import type { MatchFeedbackTable } from './match-feedback.ts'
import type { MembershipTable } from './membership.ts'
import type { MembershipInvitationTable } from './membership-invitation.ts'
import type { MessageTable } from './message.ts'
import type { OccupationSkillTable } from './occupation-skill.ts'
import type { OpportunityTable } from './opportunity.ts'
import type { OpportunityLanguageTable } from './opportunity-language.ts'
import type { OpportunitySkillTable } from './opportunity-skill.ts'
import type { PlaceTable } from './place.ts'
import type { PlacementTable } from './placement.ts'
import type { ProfileTable } from './profile.ts'
import type { ProfileConfirmationTable } from './profile-confirmation.ts'
import type { ProfileLanguageTable } from './profile-language.ts'
import type { ProfileSkillTable } from './profile-skill.ts'
import type { ProgrammeTable } from './programme.ts'
import type { QualificationTable } from './qualification.ts'
import type { SectorTable } from './sector.ts'
import type { SiteTable } from './site.ts'
import type { TaxonomyLoadTable } from './taxonomy-load.ts'

/** Every table, as Kysely reads and writes it. */
export interface Database {
  audit_event: AuditEventTable
  auth_account: AuthAccountTable
  auth_session: AuthSessionTable
  auth_two_factor: AuthTwoFactorTable
  auth_user: AuthUserTable
  auth_verification: AuthVerificationTable
  chamber: ChamberTable
  company: CompanyTable
  company_claim: CompanyClaimTable
  company_identifier: CompanyIdentifierTable
  concept: ConceptTable
  concept_broader: ConceptBroaderTable
  concept_label: ConceptLabelTable
  experience: ExperienceTable
  identity: IdentityTable
  index_change: IndexChangeTable
  index_run: IndexRunTable
  match_feedback: MatchFeedbackTable
  latent_space: LatentSpaceTable
  linking_index: LinkingIndexTable
  membership: MembershipTable
  membership_invitation: MembershipInvitationTable
  message: MessageTable
  occupation_skill: OccupationSkillTable
  opportunity: OpportunityTable
  opportunity_language: OpportunityLanguageTable
  opportunity_skill: OpportunitySkillTable
  place: PlaceTable
  placement: PlacementTable
  profile: ProfileTable
  profile_confirmation: ProfileConfirmationTable
  profile_language: ProfileLanguageTable
  profile_skill: ProfileSkillTable
  programme: ProgrammeTable
  qualification: QualificationTable
  sector: SectorTable
  site: SiteTable
  taxonomy_load: TaxonomyLoadTable
}
