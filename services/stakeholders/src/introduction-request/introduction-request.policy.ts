import { hasOrganisationRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import type { IntroductionRequest } from "./introduction-request.entity.ts";
import { type IntroductionOutcome, IntroductionState } from "./introduction-request.enum.ts";

type Ends = Pick<IntroductionRequest, "seekerId" | "targetId" | "state">;
type Kept = Ends &
  Pick<IntroductionRequest, "overId" | "withheldFrom" | "passedOnAt" | "isTakenDown">;
type Seen = Pick<Organisation, "id" | "audience" | "networks" | "mergedIntoId">;

/** Its owners and editors, where they are people of the graph. Administrators read no letters. */
const actsFor = (viewer: Viewer | null, id: string): boolean =>
  viewer?.person != null && hasOrganisationRole(viewer, id, ["OWNER", "EDITOR"]);

/** In whose name the viewer asks and answers. */
export const actedFor = (viewer: Viewer | null): string[] =>
  viewer?.organisations.filter(({ id }) => actsFor(viewer, id)).map(({ id }) => id) ?? [];

export const canRequest = (viewer: Viewer, seeker: string): boolean => actsFor(viewer, seeker);

/** Whom it has reached, of the two others. */
function reached({ overId, targetId, passedOnAt, withheldFrom, isTakenDown }: Kept): string[] {
  const sent = isTakenDown ? [] : [overId, ...(passedOnAt === null ? [] : [targetId])];
  return sent.filter((id) => !withheldFrom.includes(id));
}

export const canSeeIntroduction = (viewer: Viewer | null, request: Kept): boolean =>
  [request.seekerId, ...reached(request)].some((id) => actsFor(viewer, id));

/** Whether the viewer is one of those who answer, in their turn. */
export const isAsked = (viewer: Viewer | null, request: Kept): boolean =>
  reached(request).some((id) => actsFor(viewer, id));

/** Whose turn it is; null once it is decided. */
const awaited = ({ state, overId, targetId }: Kept): string | null => {
  if (state === IntroductionState.ASKED) return overId;
  return state === IntroductionState.PASSED_ON ? targetId : null;
};

export function canAnswer(viewer: Viewer | null, request: Kept): boolean {
  const id = awaited(request);
  return id !== null && reached(request).includes(id) && actsFor(viewer, id);
}

/** Those who were introduced to each other, and each for themselves. */
export const canTellOutcome = (viewer: Viewer | null, request: Ends): boolean =>
  request.state === IntroductionState.ACCEPTED &&
  [request.seekerId, request.targetId].some((id) => actsFor(viewer, id));

/** On whose side the viewer stands; null for neither, or before there is anything to say. */
export function sideOf(viewer: Viewer | null, request: Ends): "seeker" | "target" | null {
  if (!canTellOutcome(viewer, request)) return null;
  return actsFor(viewer, request.seekerId) ? "seeker" : "target";
}

/** What the viewer's own side has told. */
export function toldBy(
  viewer: Viewer | null,
  request: Ends & Pick<IntroductionRequest, "seekerOutcome" | "targetOutcome">,
): IntroductionOutcome | null {
  const side = sideOf(viewer, request);
  return side && request[`${side}Outcome`];
}

/** In counts alone: nobody reads the requests of others. */
export const canSeeResults = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** The people of an organisation as such: what they see, all of them do. */
const peopleOf = ({ id, networks }: Seen): Viewer => ({
  kind: "account",
  id: "people",
  person: null,
  organisations: [{ id, role: "DELEGATE" }],
  groups: [],
  networks: networks.map((network) => ({ id: network, role: "MEMBER" })),
  platform: [],
  scopes: [],
});

/** Nobody is told of an organisation that they do not see: each must see the others anyway. */
export const seeEachOther = (three: readonly Seen[]): boolean =>
  three.every((one) => three.every((other) => canSeeOrganisation(peopleOf(one), other)));
