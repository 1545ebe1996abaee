import { auditLogResolver } from "@convene/shared/audit/audit-log.resolver";
import { MergeEdgesService } from "@convene/shared/merge/merge-edges.service";
import {
  mergeEdgesResolver,
  mergeReference,
  mergeStub,
} from "@convene/shared/merge/merge-edges.resolver";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { buildSubgraph } from "@convene/shared/subgraph/subgraph";
import type { GraphQLSchema } from "graphql";
import type { Context } from "./context.ts";
import { ActivityResolver, WorkplanActivitiesResolver } from "./activity/activity.resolver.ts";
import { ActivityService } from "./activity/activity.service.ts";
import {
  CallAnswerResolver,
  InputCallAnswersResolver,
} from "./call-answer/call-answer.resolver.ts";
import { CallAnswerService } from "./call-answer/call-answer.service.ts";
import { CharterResolver, GroupChartersResolver } from "./charter/charter.resolver.ts";
import { CharterService } from "./charter/charter.service.ts";
import { GroupInputCallsResolver, InputCallResolver } from "./input-call/input-call.resolver.ts";
import { findInputCall } from "./input-call/input-call.loaders.ts";
import { InputCallService } from "./input-call/input-call.service.ts";
import {
  GroupJoinRequestsResolver,
  JoinRequestResolver,
} from "./join-request/join-request.resolver.ts";
import { JoinRequestService } from "./join-request/join-request.service.ts";
import {
  GroupMilestonesResolver,
  MilestoneChangeResolver,
  MilestoneResolver,
} from "./milestone/milestone.resolver.ts";
import { MilestoneService } from "./milestone/milestone.service.ts";
import { merging } from "./organisation-merge/group-edges.repository.ts";
import { GroupSeatsResolver } from "./seat/group-seats.resolver.ts";
import { OrganisationSeatsResolver } from "./seat/organisation-seats.resolver.ts";
import { hasCoLeadOn } from "./seat/seat.repository.ts";
import { SeatResolver } from "./seat/seat.resolver.ts";
import { SeatService } from "./seat/seat.service.ts";
import { StakeholderRepository } from "./stakeholder/stakeholder.repository.ts";
import { today } from "@convene/shared/today";
import { UnnmGroupResolver, UnnmWorkplanResolver } from "./unnm-workplan/unnm-workplan.resolver.ts";
import { UnnmWorkplanService } from "./unnm-workplan/unnm-workplan.service.ts";
import { WorkingGroupStateService } from "./working-group/working-group-state.service.ts";
import {
  WorkingGroupTransitionResolver,
  WorkingGroupTransitionsResolver,
} from "./working-group/working-group-transition.resolver.ts";
import { WorkingGroupResolver } from "./working-group/working-group.resolver.ts";
import { WorkingGroupService } from "./working-group/working-group.service.ts";
import { GroupWorkplansResolver, WorkplanResolver } from "./workplan/workplan.resolver.ts";
import { WorkplanService } from "./workplan/workplan.service.ts";

/** The composition root: everything this service is made of, wired once. */
export function createSchema(parts: ServiceParts): GraphQLSchema {
  const stakeholders = new StakeholderRepository(parts.db, parts.feeds);
  const states = new WorkingGroupStateService(parts, (manager, groupId) =>
    hasCoLeadOn(manager, groupId, today()),
  );
  return buildSubgraph<Context>({
    resolvers: [
      new WorkingGroupResolver(new WorkingGroupService(parts, stakeholders), states),
      new WorkingGroupTransitionsResolver(),
      new WorkingGroupTransitionResolver(),
      new GroupChartersResolver(new CharterService(parts)),
      new CharterResolver(),
      ...planning(parts, stakeholders),
      new JoinRequestResolver(new JoinRequestService(parts, stakeholders)),
      new GroupJoinRequestsResolver(),
      ...calling(parts, stakeholders),
      new SeatResolver(new SeatService(parts, stakeholders)),
      new GroupSeatsResolver(),
      new OrganisationSeatsResolver(),
      new UnnmWorkplanResolver(new UnnmWorkplanService(parts.db.manager)),
      new UnnmGroupResolver(),
      mergeEdgesResolver("groupEdges", new MergeEdgesService(parts.db.manager, merging)),
      auditLogResolver("working-groups", parts.audit.records),
    ],
    alsoTypes: [mergeStub("groupEdges")],
    entities: {
      WorkingGroup: ({ id }: Key, { loaders }) => loaders.groups.load(id),
      OrganisationMerge: mergeReference,
      InputCall: ({ id }: Key, context) => findInputCall(id, context),
      Seat: ({ id }: Key, { loaders }) => loaders.seats.load(id),
      Organisation: ({ id }: Key, { loaders }) => loaders.organisations.load(id),
    },
  });
}

/** What groups want to do, and by when. */
const planning = (parts: ServiceParts, stakeholders: StakeholderRepository) => [
  new WorkplanResolver(new WorkplanService(parts)),
  new GroupWorkplansResolver(),
  new ActivityResolver(new ActivityService(parts, stakeholders)),
  new WorkplanActivitiesResolver(),
  new MilestoneResolver(new MilestoneService(parts)),
  new MilestoneChangeResolver(),
  new GroupMilestonesResolver(),
];

/** What groups ask, and what they are answered. */
const calling = (parts: ServiceParts, stakeholders: StakeholderRepository) => [
  new InputCallResolver(new InputCallService(parts)),
  new GroupInputCallsResolver(),
  new CallAnswerResolver(new CallAnswerService(parts, stakeholders)),
  new InputCallAnswersResolver(),
];

interface Key {
  readonly id: string;
}
