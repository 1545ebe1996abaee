import { importEntities } from "@convene/shared/file-import/import-tables";
import { ImportUploads } from "@convene/shared/file-import/import-upload.service";
import { mergeEntities } from "@convene/shared/merge/merge-tables";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { Organisations1800000000000 } from "../migrations/1800000000000-organisations.ts";
import { PeopleAndTies1800000000001 } from "../migrations/1800000000001-people-and-ties.ts";
import { Acronyms1800000000010 } from "../migrations/1800000000010-acronyms.ts";
import { Imports1800000000020 } from "../migrations/1800000000020-imports.ts";
import { Accounts1800000000030 } from "../migrations/1800000000030-accounts.ts";
import { AudienceChanges1800000000060 } from "../migrations/1800000000060-audience-changes.ts";
import { InvitationBounds1800000000045 } from "../migrations/1800000000045-invitation-bounds.ts";
import { audited } from "./audited.ts";
import { Messages1800000000200 } from "../migrations/1800000000200-messages.ts";
import { Reports1800000000210 } from "../migrations/1800000000210-reports.ts";
import { InvitationStops1800000000230 } from "../migrations/1800000000230-invitation-stops.ts";
import { ReportOwners1800000000240 } from "../migrations/1800000000240-report-owners.ts";
import { Administrators1800000000260 } from "../migrations/1800000000260-administrators.ts";
import { IntroductionRequests1800000000300 } from "../migrations/1800000000300-introduction-requests.ts";
import { NeedsAndOffers1800000000310 } from "../migrations/1800000000310-needs-and-offers.ts";
import { Merges1900000000400 } from "../migrations/1900000000400-merges.ts";
import { OwnershipClaims1900000000410 } from "../migrations/1900000000410-ownership-claims.ts";
import { NetworkJoinRequests1900000000440 } from "../migrations/1900000000440-network-join-requests.ts";
import { Origins1900000000440 } from "../migrations/1900000000440-origins.ts";
import { OpenToPartners1900000000450 } from "../migrations/1900000000450-open-to-partners.ts";
import { FieldAudiences1900000000520 } from "../migrations/1900000000520-field-audiences.ts";
import { ImportSources1900000000521 } from "../migrations/1900000000521-import-sources.ts";
import { OrganisationProfiles1900000000522 } from "../migrations/1900000000522-organisation-profiles.ts";
import { WholeProfiles1900000000530 } from "../migrations/1900000000530-whole-profiles.ts";
import { IntroductionsTakenDown1900000000500 } from "../migrations/1900000000500-introductions-taken-down.ts";
import { PersonMail1900000000460 } from "../migrations/1900000000460-person-mail.ts";
import { Account } from "./account/account.entity.ts";
import { accountReplica } from "./account/account.replica.ts";
import { Administrator, administratorReplica } from "./administrator/administrator.replica.ts";
import { claimsOf } from "./claim/claim.repository.ts";
import { Content, contentReplicas } from "./content/content.replica.ts";
import { createLoaders } from "./context.ts";
import { beginDay } from "./day/day.job.ts";
import { erasureReplica } from "./erasure/erasure.replica.ts";
import { GuidingPrinciple } from "./guiding-principle/guiding-principle.entity.ts";
import { guidingPrincipleTable } from "./guiding-principle/guiding-principle.repository.ts";
import { stakeholderImport } from "./import/import.job.ts";
import { IntroductionRequest } from "./introduction-request/introduction-request.entity.ts";
import { acceptanceReplica } from "./invitation/acceptance.replica.ts";
import { Invitation } from "./invitation/invitation.entity.ts";
import { invitationStopReplica } from "./invitation/invitation-stop.replica.ts";
import { Objective } from "./objective/objective.entity.ts";
import { objectiveTable } from "./objective/objective.repository.ts";
import { MessageBlock } from "./message/message-block.entity.ts";
import { Message } from "./message/message.entity.ts";
import { NetworkJoinRequest } from "./network-join-request/network-join-request.entity.ts";
import { NetworkMember } from "./network-member/network-member.entity.ts";
import { Network } from "./network/network.entity.ts";
import { Notice } from "./notice/notice.entity.ts";
import { OrganisationIdentifier } from "./organisation/organisation-identifier.entity.ts";
import { OrganisationProfile } from "./organisation/organisation-profile.entity.ts";
import { Organisation } from "./organisation/organisation.entity.ts";
import { OrganisationMerge } from "./organisation-merge/organisation-merge.entity.ts";
import { OwnershipClaim } from "./ownership-claim/ownership-claim.entity.ts";
import { AudienceChange } from "./person/audience-change.entity.ts";
import { listingReplica } from "./person/listing.replica.ts";
import { Person } from "./person/person.entity.ts";
import { ReferenceService } from "./reference/reference.service.ts";
import { Region } from "./region/region.entity.ts";
import { regionTable } from "./region/region.repository.ts";
import { Relationship } from "./relationship/relationship.entity.ts";
import { Report } from "./report/report.entity.ts";
import { ReviewEvent } from "./review-event/review-event.entity.ts";
import { reviewEventTable } from "./review-event/review-event.repository.ts";
import { Role } from "./role/role.entity.ts";
import { RoundTable } from "./round-table/round-table.entity.ts";
import { roundTableTable } from "./round-table/round-table.repository.ts";
import { permissions } from "./permissions.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { retention } from "./retention/retention.service.ts";
import { createSchema } from "./schema.ts";
import { Sector } from "./sector/sector.entity.ts";
import { sectorTable } from "./sector/sector.repository.ts";
import { StakeholderCategory } from "./stakeholder-category/stakeholder-category.entity.ts";
import { stakeholderCategoryTable } from "./stakeholder-category/stakeholder-category.repository.ts";
import { SustainableDevelopmentGoal } from "./sustainable-development-goal/sustainable-development-goal.entity.ts";
import { sustainableDevelopmentGoalTable } from "./sustainable-development-goal/sustainable-development-goal.repository.ts";

/** Parents first. */
const REFERENCE_TABLES = [
  roundTableTable,
  objectiveTable,
  guidingPrincipleTable,
  sustainableDevelopmentGoalTable,
  stakeholderCategoryTable,
  sectorTable,
  regionTable,
  reviewEventTable,
];

/** Who is who, and who belongs to what. */
export const stakeholders: ServiceDefinition = {
  name: "stakeholders",
  entities: [
    RoundTable,
    Objective,
    GuidingPrinciple,
    SustainableDevelopmentGoal,
    StakeholderCategory,
    Sector,
    Region,
    ReviewEvent,
    Organisation,
    OrganisationIdentifier,
    OrganisationProfile,
    Person,
    AudienceChange,
    Role,
    Network,
    NetworkMember,
    NetworkJoinRequest,
    Relationship,
    Account,
    Administrator,
    Invitation,
    Notice,
    Message,
    MessageBlock,
    IntroductionRequest,
    Content,
    Report,
    TakenDownRecord,
    OrganisationMerge,
    OwnershipClaim,
    ...mergeEntities,
    ...importEntities,
  ],
  migrations: [
    Organisations1800000000000,
    PeopleAndTies1800000000001,
    Acronyms1800000000010,
    Imports1800000000020,
    Accounts1800000000030,
    InvitationBounds1800000000045,
    AudienceChanges1800000000060,
    Messages1800000000200,
    Reports1800000000210,
    InvitationStops1800000000230,
    ReportOwners1800000000240,
    Administrators1800000000260,
    IntroductionRequests1800000000300,
    NeedsAndOffers1800000000310,
    Merges1900000000400,
    OwnershipClaims1900000000410,
    NetworkJoinRequests1900000000440,
    Origins1900000000440,
    OpenToPartners1900000000450,
    FieldAudiences1900000000520,
    ImportSources1900000000521,
    OrganisationProfiles1900000000522,
    WholeProfiles1900000000530,
    IntroductionsTakenDown1900000000500,
    PersonMail1900000000460,
  ],
  // Parents first: who accepts an invitation may have come with it. Who is erased is given nothing.
  replicas: [
    ...[accountReplica, erasureReplica, listingReplica, acceptanceReplica, invitationStopReplica],
    administratorReplica,
    ...contentReplicas,
  ],
  permissions,
  audit: audited,
  removal,
  personalData,
  retention,
  jobs: [stakeholderImport],
  createUploads: ({ transactions }) => new ImportUploads(transactions, stakeholderImport),
  createSchema,
  createLoaders,
  claims: ({ db }, person) => claimsOf(db.manager, person),
  loadReference: ({ db }) => new ReferenceService(db).load(REFERENCE_TABLES),
  daily: beginDay,
};
