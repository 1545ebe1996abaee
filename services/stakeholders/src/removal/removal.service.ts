import { mergeRemovables } from "@convene/shared/merge/merge-tables";
import { removable, type Removal } from "@convene/shared/removal/removable";
import { prefixOf } from "@convene/shared/type-id";
import { Account } from "../account/account.entity.ts";
import { IntroductionRequest } from "../introduction-request/introduction-request.entity.ts";
import { Invitation } from "../invitation/invitation.entity.ts";
import { MessageBlock } from "../message/message-block.entity.ts";
import { Message } from "../message/message.entity.ts";
import { NetworkJoinRequest } from "../network-join-request/network-join-request.entity.ts";
import { NetworkMember } from "../network-member/network-member.entity.ts";
import { Network } from "../network/network.entity.ts";
import { Notice } from "../notice/notice.entity.ts";
import { OrganisationIdentifier } from "../organisation/organisation-identifier.entity.ts";
import { OrganisationProfile } from "../organisation/organisation-profile.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { OrganisationMerge } from "../organisation-merge/organisation-merge.entity.ts";
import { OwnershipClaim } from "../ownership-claim/ownership-claim.entity.ts";
import { AudienceChange } from "../person/audience-change.entity.ts";
import { Person } from "../person/person.entity.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { Report } from "../report/report.entity.ts";
import { Role } from "../role/role.entity.ts";
import { refreshStanding } from "../standing/standing.repository.ts";

/** What was put here for trying out can be taken away again. Those who stay stand where they do. */
export const removal: Removal = {
  tables: [
    ...mergeRemovables,
    removable({
      entity: Account,
      title: "accounts",
      feed: null,
      refersBy: ["personId"],
      derived: [],
    }),
    removable({
      entity: Invitation,
      title: "invitations",
      feed: "Invitation",
      refersBy: ["networkId", "organisationId", "acceptedById"],
      derived: [],
    }),
    removable({
      entity: Message,
      title: "messages",
      feed: null,
      refersBy: ["authorId", "fromId", "toId", "inReplyToId"],
      derived: [],
    }),
    removable({
      entity: IntroductionRequest,
      title: "requests for introductions",
      feed: null,
      refersBy: ["authorId", "seekerId", "overId", "targetId"],
      derived: ["followedUpAt"],
    }),
    removable({
      entity: Report,
      title: "reports",
      feed: null,
      refersBy: ["about", "reporterId", "decidedById"],
      derived: [],
    }),
    removable({
      entity: MessageBlock,
      title: "blocked senders",
      feed: null,
      refersBy: ["ownerId", "blockedId"],
      derived: [],
    }),
    removable({
      entity: Notice,
      title: "notices",
      feed: "Notice",
      refersBy: ["exceptId"],
      derived: [],
    }),
    removable({
      entity: Relationship,
      title: "relationships",
      feed: "Relationship",
      refersBy: ["sourceId", "targetId", "proposerId"],
      // The day ends them; who confirms one also takes the proposer away.
      derived: ["status"],
    }),
    removable({
      entity: NetworkJoinRequest,
      title: "requests to join networks",
      feed: null,
      refersBy: ["networkId", "organisationId", "personId", "decidedById", "memberId"],
      derived: [],
    }),
    removable({
      entity: NetworkMember,
      title: "network members",
      feed: "NetworkMember",
      refersBy: ["networkId", "organisationId", "personId"],
      derived: [],
    }),
    removable({
      entity: Role,
      title: "roles",
      label: "title",
      feed: null,
      refersBy: ["organisationId", "personId"],
      // It is taken away with the person's record.
      derived: ["personId"],
    }),
    removable({
      entity: Person,
      title: "people",
      label: "name",
      feed: "Person",
      refersBy: ["keeperId"],
      derived: ["organisations", "networks", "roleOrganisations", "listingVersion"],
      parts: [{ entity: AudienceChange, owner: "personId", refersBy: [] }],
    }),
    removable({
      entity: Network,
      title: "networks",
      label: "name",
      feed: "Network",
      refersBy: [],
      derived: [],
    }),
    removable({
      entity: OwnershipClaim,
      title: "claims of ownership",
      feed: null,
      refersBy: ["organisationId", "personId", "decidedById"],
      derived: [],
    }),
    removable({
      entity: OrganisationMerge,
      title: "merges",
      label: "fromName",
      feed: "OrganisationMerge",
      refersBy: ["fromId", "intoId", "networkId", "mergedById", "undoneById"],
      derived: [],
    }),
    removable({
      entity: Organisation,
      title: "organisations",
      label: "name",
      feed: "Organisation",
      refersBy: ["enteredById", "mergedIntoId"],
      derived: ["networks", "updatedAt"],
      parts: [
        { entity: OrganisationIdentifier, owner: "organisationId", refersBy: [] },
        {
          entity: OrganisationProfile,
          owner: "organisationId",
          refersBy: ["categoryId"],
          isDerived: true,
        },
      ],
    }),
  ],
  settle: (tx, stay) => {
    const ofKind = (prefix: string) => stay.filter((id) => prefixOf(id) === prefix);
    return refreshStanding(tx, { organisations: ofKind("org"), people: ofKind("per") });
  },
};
