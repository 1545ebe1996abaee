import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import { mergeEntities } from "@convene/shared/merge/merge-tables";
import { mergeReplica } from "@convene/shared/merge/merge-replica";
import { sweepMerges } from "@convene/shared/merge/move-edges";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { ReadModel1800000000000 } from "../migrations/1800000000000-read-model.ts";
import { PartnerWeights1800000000001 } from "../migrations/1800000000001-partner-weights.ts";
import { audited } from "./audited.ts";
import { GraphQueries1800000000040 } from "../migrations/1800000000040-graph-queries.ts";
import { NeedsAndOffers1800000000310 } from "../migrations/1800000000310-needs-and-offers.ts";
import { GroupHealth1900000000320 } from "../migrations/1900000000320-group-health.ts";
import { LivesOfGroups1900000000410 } from "../migrations/1900000000410-lives-of-groups.ts";
import { SearchOfAll1900000000400 } from "../migrations/1900000000400-search-of-all.ts";
import { SavedSearches1800000000320 } from "../migrations/1800000000320-saved-searches.ts";
import { AgendaItemReplica, agendaItemReplica } from "./agenda-item/agenda-item.replica.ts";
import { createLoaders } from "./context.ts";
import { MeetingDocument, meetingReplica } from "./meeting/meeting.replica.ts";
import {
  MeetingSeriesDocument,
  meetingSeriesReplica,
} from "./meeting-series/meeting-series.replica.ts";
import { RepliesAndActions1900000000430 } from "../migrations/1900000000430-replies-and-actions.ts";
import { MilestoneDocument, milestoneReplica } from "./milestone/milestone.replica.ts";
import { NetworkAnalysis } from "./network-analysis/network-analysis.entity.ts";
import { NetworkDocument, networkReplica } from "./network/network.replica.ts";
import { networkMemberReplica } from "./network-member/network-member.replica.ts";
import { FiltersOfSearches1900000000440 } from "../migrations/1900000000440-filters-of-searches.ts";
import { OtherNames1900000000440 } from "../migrations/1900000000440-other-names.ts";
import { SearchesOfAll1900000000452 } from "../migrations/1900000000452-searches-of-all.ts";
import { TitlesOfMeetings1900000000451 } from "../migrations/1900000000451-titles-of-meetings.ts";
import { OpenToPartners1900000000450 } from "../migrations/1900000000450-open-to-partners.ts";
import { Charters1900000000520 } from "../migrations/1900000000520-charters.ts";
import { OrganisationProfiles1900000000521 } from "../migrations/1900000000521-organisation-profiles.ts";
import { KindsOfNetworks1900000000620 } from "../migrations/1900000000620-kinds-of-networks.ts";
import { WholeProfiles1900000000530 } from "../migrations/1900000000530-whole-profiles.ts";
import { TiesFromIndexes1900000000460 } from "../migrations/1900000000460-ties-from-indexes.ts";
import { Merges1900000000400 } from "../migrations/1900000000400-merges.ts";
import { OrganisationDocument } from "./organisation/organisation-document.entity.ts";
import { organisationReplica } from "./organisation/organisation.replica.ts";
import { PartnerWeight } from "./partner/partner-weight.entity.ts";
import { PartnerWeightService } from "./partner/partner-weight.service.ts";
import { merging } from "./organisation-merge/search-edges.repository.ts";
import { permissions } from "./permissions.ts";
import { PersonDocument, personReplica } from "./person/person.replica.ts";
import {
  PracticeDocument,
  practicePartyReplica,
  practiceReplica,
} from "./practice/practice.replica.ts";
import { relationshipReplica } from "./relationship/relationship.replica.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { retention } from "./retention/retention.service.ts";
import { SavedSearchLookService } from "./saved-search/saved-search-look.service.ts";
import { SavedSearchHit } from "./saved-search/saved-search-hit.entity.ts";
import { SavedSearch } from "./saved-search/saved-search.entity.ts";
import { lookForSavedSearches } from "./saved-search/saved-search.job.ts";
import { lookedAt, searching } from "./saved-search/saved-search.replica.ts";
import { SearchNotice } from "./saved-search/search-notice.entity.ts";
import { createSchema } from "./schema.ts";
import { seatReplica } from "./seat/seat.replica.ts";
import { Tie } from "./tie/tie.entity.ts";
import {
  WorkingGroupDocument,
  workingGroupReplica,
} from "./working-group/working-group.replica.ts";

const erasedPeople = erasedKeys({ source: "stakeholders", type: "Person" });

/**
 * The read model: but for the searches that people save it owns nothing, and is rebuilt from the
 * other services' feeds at any time.
 */
export const discovery: ServiceDefinition = {
  name: "discovery",
  entities: [
    OrganisationDocument,
    PersonDocument,
    NetworkDocument,
    WorkingGroupDocument,
    MeetingSeriesDocument,
    MeetingDocument,
    MilestoneDocument,
    AgendaItemReplica,
    PracticeDocument,
    Tie,
    NetworkAnalysis,
    PartnerWeight,
    ...[SavedSearch, SavedSearchHit, SearchNotice],
    ...mergeEntities,
  ],
  migrations: [
    ReadModel1800000000000,
    PartnerWeights1800000000001,
    GraphQueries1800000000040,
    NeedsAndOffers1800000000310,
    GroupHealth1900000000320,
    LivesOfGroups1900000000410,
    SavedSearches1800000000320,
    SearchOfAll1900000000400,
    RepliesAndActions1900000000430,
    FiltersOfSearches1900000000440,
    Merges1900000000400,
    OtherNames1900000000440,
    OpenToPartners1900000000450,
    TitlesOfMeetings1900000000451,
    SearchesOfAll1900000000452,
    Charters1900000000520,
    OrganisationProfiles1900000000521,
    KindsOfNetworks1900000000620,
    WholeProfiles1900000000530,
    TiesFromIndexes1900000000460,
  ],
  replicas: [
    lookedAt(organisationReplica),
    searching(personReplica),
    lookedAt(networkReplica),
    lookedAt(networkMemberReplica),
    lookedAt(relationshipReplica),
    lookedAt(workingGroupReplica),
    lookedAt(seatReplica),
    lookedAt(meetingSeriesReplica),
    lookedAt(meetingReplica),
    agendaItemReplica,
    milestoneReplica,
    lookedAt(practiceReplica),
    practicePartyReplica,
    mergeReplica(merging),
    erasedPeople,
  ],
  permissions,
  personalData,
  retention,
  jobs: [lookForSavedSearches],
  audit: audited,
  createSchema,
  createLoaders,
  daily: async (parts, day) => {
    await parts.transactions.write((tx) => sweepMerges(tx, merging));
    await new PartnerWeightService(parts.db.manager).learnToday(day);
    await new SavedSearchLookService(parts).lookAtAll();
  },
};
