import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import { FileImportResolver } from "@convene/shared/file-import/file-import.resolver";
import { FileImportService } from "@convene/shared/file-import/file-import.service";
import { MergeEdgesService } from "@convene/shared/merge/merge-edges.service";
import { mergeReference } from "@convene/shared/merge/merge-edges.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./context.ts";
import {
  OrganisationCardResolver,
  PersonCardResolver,
} from "./contact-card/contact-card.resolver.ts";
import { ContactCardService } from "./contact-card/contact-card.service.ts";
import {
  InvitationResolver,
  NetworkInvitationsResolver,
} from "./invitation/invitation.resolver.ts";
import { InvitationService } from "./invitation/invitation.service.ts";
import { forgetIntroductionsOf } from "./introduction-request/introduction-request.repository.ts";
import { IntroductionRequestResolver } from "./introduction-request/introduction-request.resolver.ts";
import { IntroductionRequestService } from "./introduction-request/introduction-request.service.ts";
import { forgetMessagesOf } from "./message/message.repository.ts";
import { MessageResolver } from "./message/message.resolver.ts";
import { MessageService } from "./message/message.service.ts";
import {
  NetworkJoinRequestResolver,
  NetworkJoinRequestsResolver,
} from "./network-join-request/network-join-request.resolver.ts";
import { NetworkJoinRequestService } from "./network-join-request/network-join-request.service.ts";
import { NetworkMemberService } from "./network-member/network-member.service.ts";
import { ImportResolver } from "./import/import.resolver.ts";
import {
  NetworkMemberResolver,
  NetworkMembersResolver,
  OrganisationNetworksResolver,
  PersonNetworksResolver,
} from "./network-member/network-member.resolver.ts";
import { NetworkResolver } from "./network/network.resolver.ts";
import { NetworkService } from "./network/network.service.ts";
import { PersonResolver } from "./person/person.resolver.ts";
import { PersonService } from "./person/person.service.ts";
import {
  OrganisationRelationshipsResolver,
  RelationshipPerspectiveResolver,
} from "./relationship/relationship-ends.resolver.ts";
import { RelationshipResolver } from "./relationship/relationship.resolver.ts";
import { RelationshipService } from "./relationship/relationship.service.ts";
import { ReportResolver } from "./report/report.resolver.ts";
import { ReportService } from "./report/report.service.ts";
import { forgetReportsOfLetters } from "./report/takedown.service.ts";
import {
  OrganisationRolesResolver,
  PersonRolesResolver,
  RoleResolver,
} from "./role/role.resolver.ts";
import { RoleService } from "./role/role.service.ts";
import { forgetTies } from "./erasure/erasure.service.ts";
import { GuidingPrincipleResolver } from "./guiding-principle/guiding-principle.resolver.ts";
import { ObjectiveResolver } from "./objective/objective.resolver.ts";
import { OrganisationFieldsResolver } from "./organisation/organisation-fields.resolver.ts";
import { OrganisationOtherNameResolver } from "./organisation/organisation-other-name.resolver.ts";
import { OrganisationResolver } from "./organisation/organisation.resolver.ts";
import {
  OrganisationOwnershipResolver,
  OwnershipClaimResolver,
} from "./ownership-claim/ownership-claim.resolver.ts";
import { OwnershipClaimService } from "./ownership-claim/ownership-claim.service.ts";
import {
  DuplicateSuggestionResolver,
  NetworkDuplicatesResolver,
  OrganisationDuplicatesResolver,
} from "./duplicate/duplicate.resolver.ts";
import { DuplicateService } from "./duplicate/duplicate.service.ts";
import {
  OrganisationMergeResolver,
  OrganisationMergesResolver,
} from "./organisation-merge/organisation-merge.resolver.ts";
import { merging } from "./organisation-merge/stakeholder-edges.repository.ts";
import { OrganisationMergeService } from "./organisation-merge/organisation-merge.service.ts";
import { type OrganisationLife, OrganisationService } from "./organisation/organisation.service.ts";
import { ReferenceService } from "./reference/reference.service.ts";
import { RegionResolver } from "./region/region.resolver.ts";
import { ReviewEventResolver } from "./review-event/review-event.resolver.ts";
import { SectorResolver } from "./sector/sector.resolver.ts";
import { StakeholderCategoryResolver } from "./stakeholder-category/stakeholder-category.resolver.ts";
import {
  MigrationTargetResolver,
  SustainableDevelopmentGoalResolver,
} from "./sustainable-development-goal/sustainable-development-goal.resolver.ts";

/** The composition root: everything this service is made of, wired once. */
export function createSchema(parts: ServiceParts): GraphQLSchema {
  return buildSubgraph<Context>({
    resolvers: [
      ...referenceResolvers(new ReferenceService(parts.db)),
      ...stakeholderResolvers(parts),
      ...importResolvers(new FileImportService(parts.db, parts.transactions)),
      auditLogResolver("stakeholders", parts.audit.records),
    ],
    entities: {
      Objective: ({ number }: { number: number }, { loaders }) => loaders.objectives.load(number),
      GuidingPrinciple: ({ letter }: { letter: string }, { loaders }) =>
        loaders.guidingPrinciples.load(letter),
      SustainableDevelopmentGoal: ({ number }: { number: number }, { loaders }) =>
        loaders.sustainableDevelopmentGoals.load(number),
      StakeholderCategory: ({ id }: Key, { loaders }) => loaders.stakeholderCategories.load(id),
      Organisation: ({ id }: Key, { loaders }) => loaders.organisations.load(id),
      OrganisationMerge: mergeReference,
      Person: ({ id }: Key, { loaders }) => loaders.people.load(id),
      Network: ({ id }: Key, { loaders }) => loaders.networks.load(id),
      NetworkMember: ({ id }: Key, { loaders }) => loaders.networkMembers.load(id),
      Relationship: ({ id }: Key, { loaders }) => loaders.relationships.load(id),
    },
  });
}

interface Key {
  readonly id: string;
}

const referenceResolvers = (reference: ReferenceService) => [
  new ObjectiveResolver(reference),
  new GuidingPrincipleResolver(reference),
  new SustainableDevelopmentGoalResolver(reference),
  new MigrationTargetResolver(),
  new StakeholderCategoryResolver(reference),
  new SectorResolver(reference),
  new RegionResolver(reference),
  new ReviewEventResolver(reference),
];

const importResolvers = (imports: FileImportService) => [
  new ImportResolver(imports),
  new FileImportResolver(imports, "stakeholders"),
];

function stakeholderResolvers({ db, transactions, feeds }: ServiceParts) {
  const roles = new RoleService(transactions);
  const members = new NetworkMemberService(transactions);
  const invitations = new InvitationService(transactions);
  const merges = new OrganisationMergeService(db, transactions);
  const life = lifeOf(roles, invitations);
  const founded = members.found.bind(members);
  return [
    new OrganisationResolver(new OrganisationService({ db, transactions, life })),
    new OrganisationFieldsResolver(),
    new OrganisationOtherNameResolver(),
    new OrganisationMergeResolver(merges, new MergeEdgesService(db.manager, merging)),
    new OrganisationMergesResolver(merges),
    new OwnershipClaimResolver(new OwnershipClaimService({ db, transactions })),
    new OrganisationOwnershipResolver(),
    ...duplicateResolvers(new DuplicateService(db.manager)),
    new PersonResolver(new PersonService({ db, transactions, feeds, forgotten: forgetTies })),
    new RoleResolver(roles),
    new OrganisationRolesResolver(),
    ...cardResolvers(new ContactCardService()),
    new PersonRolesResolver(),
    new NetworkResolver(new NetworkService({ db, transactions, founded })),
    new NetworkMemberResolver(members),
    new NetworkMembersResolver(),
    new NetworkJoinRequestResolver(new NetworkJoinRequestService(transactions)),
    new NetworkJoinRequestsResolver(),
    new OrganisationNetworksResolver(),
    new PersonNetworksResolver(),
    new InvitationResolver(invitations),
    new NetworkInvitationsResolver(),
    new MessageResolver(new MessageService(db, transactions)),
    new IntroductionRequestResolver(new IntroductionRequestService(db, transactions)),
    new ReportResolver(new ReportService({ db, transactions, feeds })),
    new RelationshipResolver(new RelationshipService(transactions)),
    new RelationshipPerspectiveResolver(),
    new OrganisationRelationshipsResolver(),
  ];
}

const duplicateResolvers = (duplicates: DuplicateService) => [
  new DuplicateSuggestionResolver(),
  new OrganisationDuplicatesResolver(duplicates),
  new NetworkDuplicatesResolver(duplicates),
];

const cardResolvers = (cards: ContactCardService) => [
  new OrganisationCardResolver(cards),
  new PersonCardResolver(cards),
];

const lifeOf = (roles: RoleService, invitations: InvitationService): OrganisationLife => ({
  begun: roles.begun.bind(roles),
  // Whether anybody ever acted for it is read from its roles: these go last.
  ending: async (tx, organisation) => {
    await invitations.ending(tx, organisation);
    await forgetMessagesOf(tx, organisation.id);
    await forgetIntroductionsOf(tx, organisation.id);
    await forgetReportsOfLetters(tx);
    await roles.ending(tx, organisation);
  },
});
