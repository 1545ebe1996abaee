import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import { mergeEntities } from "@convene/shared/merge/merge-tables";
import { mergeReplica } from "@convene/shared/merge/merge-replica";
import { sweepMerges } from "@convene/shared/merge/move-edges";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { TakenDownRecord } from "@convene/shared/takedown/taken-down-record";
import { Takedowns1700000100200 } from "../migrations/1700000100200-takedowns.ts";
import { groupTakedowns } from "./takedown/takedown.replica.ts";
import { WorkingGroups1700000100000 } from "../migrations/1700000100000-working-groups.ts";
import { CharterNeeds1800000000060 } from "../migrations/1800000000060-charter-needs.ts";
import { GroupLife1900000000300 } from "../migrations/1900000000300-group-life.ts";
import { Workplans1900000000310 } from "../migrations/1900000000310-workplans.ts";
import { JoinRequests1900000000330 } from "../migrations/1900000000330-join-requests.ts";
import { ChartersTold1900000000410 } from "../migrations/1900000000410-charters-told.ts";
import { InputCalls1900000000420 } from "../migrations/1900000000420-input-calls.ts";
import { GroupVersions1900000000430 } from "../migrations/1900000000430-group-versions.ts";
import { CallsTold1900000000440 } from "../migrations/1900000000440-calls-told.ts";
import { Merges1900000000400 } from "../migrations/1900000000400-merges.ts";
import { Activity } from "./activity/activity.entity.ts";
import { audited } from "./audited.ts";
import { CallAnswer } from "./call-answer/call-answer.entity.ts";
import { Charter } from "./charter/charter.entity.ts";
import { createLoaders } from "./context.ts";
import { InputCall } from "./input-call/input-call.entity.ts";
import { tellInputCall } from "./input-call/input-call.job.ts";
import { JoinRequest } from "./join-request/join-request.entity.ts";
import { MilestoneChange } from "./milestone/milestone-change.entity.ts";
import { Milestone } from "./milestone/milestone.entity.ts";
import { NetworkReplica, networkReplica } from "./network/network.replica.ts";
import { OrganisationReplica, organisationReplica } from "./organisation/organisation.replica.ts";
import { PersonReplica, personReplica } from "./person/person.replica.ts";
import { merging } from "./organisation-merge/group-edges.repository.ts";
import { permissions } from "./permissions.ts";
import { personalData } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";
import { Seat } from "./seat/seat.entity.ts";
import { turnOfDay } from "./seat/seat.job.ts";
import { groupRolesOf } from "./seat/seat.repository.ts";
import { today } from "@convene/shared/today";
import { UnnmGroup } from "./unnm-workplan/unnm-group.entity.ts";
import { UnnmWorkplan } from "./unnm-workplan/unnm-workplan.entity.ts";
import { loadUnnmWorkplans } from "./unnm-workplan/unnm-workplan.repository.ts";
import { WorkingGroupTransition } from "./working-group/working-group-transition.entity.ts";
import { WorkingGroup } from "./working-group/working-group.entity.ts";
import { Workplan } from "./workplan/workplan.entity.ts";

const erasedPeople = erasedKeys({ source: "stakeholders", type: "Person" });

/** Who works on what together: groups, and the seats that organisations hold in them. */
export const workingGroups: ServiceDefinition = {
  name: "working-groups",
  entities: [
    WorkingGroup,
    WorkingGroupTransition,
    Charter,
    Workplan,
    Activity,
    Milestone,
    MilestoneChange,
    JoinRequest,
    ...[InputCall, CallAnswer],
    Seat,
    UnnmWorkplan,
    UnnmGroup,
    OrganisationReplica,
    PersonReplica,
    NetworkReplica,
    TakenDownRecord,
    ...mergeEntities,
  ],
  migrations: [
    WorkingGroups1700000100000,
    Takedowns1700000100200,
    CharterNeeds1800000000060,
    GroupLife1900000000300,
    Workplans1900000000310,
    JoinRequests1900000000330,
    ChartersTold1900000000410,
    InputCalls1900000000420,
    GroupVersions1900000000430,
    CallsTold1900000000440,
    Merges1900000000400,
  ],
  replicas: [
    ...[organisationReplica, personReplica, networkReplica],
    ...[mergeReplica(merging), groupTakedowns, erasedPeople],
  ],
  permissions,
  audit: audited,
  removal,
  personalData,
  createSchema,
  createLoaders,
  claims: async ({ db }, person) => ({ groups: await groupRolesOf(db.manager, person, today()) }),
  loadReference: ({ transactions }) =>
    transactions.write(({ manager }) => loadUnnmWorkplans(manager)),
  jobs: [tellInputCall],
  daily: async (parts, day) => {
    await parts.transactions.write((tx) => sweepMerges(tx, merging));
    await turnOfDay(parts, day);
  },
};
