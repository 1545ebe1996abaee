import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { ServiceContext } from "@convene/shared/subgraph/service-context";
import type { Viewer } from "@convene/shared/viewer";
import { activityLoaders } from "./activity/activity.loaders.ts";
import { callAnswerLoaders } from "./call-answer/call-answer.loaders.ts";
import { charterLoaders } from "./charter/charter.loaders.ts";
import { inputCallLoaders } from "./input-call/input-call.loaders.ts";
import { joinRequestLoaders } from "./join-request/join-request.loaders.ts";
import { milestoneLoaders } from "./milestone/milestone.loaders.ts";
import { networkLoaders } from "./network/network.loaders.ts";
import { organisationLoaders } from "./organisation/organisation.loaders.ts";
import { personLoaders } from "./person/person.loaders.ts";
import { seatLoaders } from "./seat/seat.loaders.ts";
import { unnmWorkplanLoaders } from "./unnm-workplan/unnm-workplan.loaders.ts";
import { transitionLoaders } from "./working-group/working-group-transition.loaders.ts";
import { workingGroupLoaders } from "./working-group/working-group.loaders.ts";
import { workplanLoaders } from "./workplan/workplan.loaders.ts";

export type Context = ServiceContext<ReturnType<typeof createLoaders>>;

/** One fresh set for each request: nothing is kept across viewers. */
export const createLoaders = (parts: ServiceParts, viewer: Viewer | null) => {
  const own = {
    ...organisationLoaders(parts, viewer),
    ...personLoaders(parts, viewer),
    ...networkLoaders(parts, viewer),
    ...workingGroupLoaders(parts, viewer),
    ...transitionLoaders(parts),
    ...charterLoaders(parts),
    ...workplanLoaders(parts),
    ...joinRequestLoaders(parts, viewer),
    ...activityLoaders(parts),
    ...inputCallLoaders(parts, viewer),
    ...callAnswerLoaders(parts, viewer),
    ...milestoneLoaders(parts),
    ...unnmWorkplanLoaders(parts),
  };
  return { ...own, ...seatLoaders(parts, viewer, own) };
};
