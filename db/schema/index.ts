import type { AuditEventTable } from './audit-event.ts'
import type { AuthAccountTable } from './auth-account.ts'
import type { AuthSessionTable } from './auth-session.ts'
import type { AuthTwoFactorTable } from './auth-two-factor.ts'
import type { AuthUserTable } from './auth-user.ts'
import type { AuthVerificationTable } from './auth-verification.ts'
import type { BoundaryTable } from './boundary.ts'
import type { CallSuggestionTable } from './call-suggestion.ts'
import type { CampaignTable } from './campaign.ts'
import type { CampaignCompanyTable } from './campaign-company.ts'
import type { ChamberTable } from './chamber.ts'
import type { CommitmentTable } from './commitment.ts'
import type { CompanyTable } from './company.ts'
import type { CompanyClaimTable } from './company-claim.ts'
import type { CompanyConfirmationTable } from './company-confirmation.ts'
import type { CompanyContactTable } from './company-contact.ts'
import type { CompanyDocumentTable } from './company-document.ts'
import type { CompanyIdentifierTable } from './company-identifier.ts'
import type { CompanyImportTable } from './company-import.ts'
import type { CompanyImportRowTable } from './company-import-row.ts'
import type { CompanyMergeTable } from './company-merge.ts'
import type { CompanySectorTable } from './company-sector.ts'
import type { ConceptTable } from './concept.ts'
import type { ConceptBroaderTable } from './concept-broader.ts'
import type { ConceptLabelTable } from './concept-label.ts'
import type { DistinctCompaniesTable } from './distinct-companies.ts'
import type { EngagementTable } from './engagement.ts'
import type { ExperienceTable } from './experience.ts'
import type { HandoverTable } from './handover.ts'
import type { IdentityTable } from './identity.ts'
import type { ImportHeadingTable } from './import-heading.ts'
import type { IndexChangeTable } from './index-change.ts'
import type { IndexRunTable } from './index-run.ts'
import type { IntentionTable } from './intention.ts'
import type { LatentSpaceTable } from './latent-space.ts'
import type { LinkingIndexTable } from './linking-index.ts'
import type { MatchCountTable } from './match-count.ts'
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
import type { RelationTable } from './relation.ts'
import type { SectorTable } from './sector.ts'
import type { SiteTable } from './site.ts'
import type { TargetTable } from './target.ts'
import type { TaskTable } from './task.ts'
import type { TaxonomyLoadTable } from './taxonomy-load.ts'

/** Every table, as Kysely reads and writes it. */
export interface Database {
  audit_event: AuditEventTable
  auth_account: AuthAccountTable
  auth_session: AuthSessionTable
  auth_two_factor: AuthTwoFactorTable
  auth_user: AuthUserTable
  auth_verification: AuthVerificationTable
  boundary: BoundaryTable
  call_suggestion: CallSuggestionTable
  campaign: CampaignTable
  campaign_company: CampaignCompanyTable
  chamber: ChamberTable
  commitment: CommitmentTable
  company: CompanyTable
  company_claim: CompanyClaimTable
  company_confirmation: CompanyConfirmationTable
  company_contact: CompanyContactTable
  company_document: CompanyDocumentTable
  company_identifier: CompanyIdentifierTable
  company_import: CompanyImportTable
  company_import_row: CompanyImportRowTable
  company_merge: CompanyMergeTable
  company_sector: CompanySectorTable
  concept: ConceptTable
  concept_broader: ConceptBroaderTable
  concept_label: ConceptLabelTable
  distinct_companies: DistinctCompaniesTable
  engagement: EngagementTable
  experience: ExperienceTable
  handover: HandoverTable
  identity: IdentityTable
  import_heading: ImportHeadingTable
  index_change: IndexChangeTable
  index_run: IndexRunTable
  intention: IntentionTable
  latent_space: LatentSpaceTable
  linking_index: LinkingIndexTable
  match_count: MatchCountTable
  match_feedback: MatchFeedbackTable
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
  relation: RelationTable
  sector: SectorTable
  site: SiteTable
  target: TargetTable
  task: TaskTable
  taxonomy_load: TaxonomyLoadTable
}
