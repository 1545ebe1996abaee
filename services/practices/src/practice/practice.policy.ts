import { Audience, canSee, type Protected } from "@convene/shared/audience";
import {
  hasNetworkRole,
  hasOrganisationRole,
  isAdmin,
  type OrganisationRole,
  type Viewer,
} from "@convene/shared/viewer";
import { PracticeState } from "./practice-state.enum.ts";

/** A practice as its rules see it. `organisations` are its implementers. */
export interface PracticeStanding extends Protected {
  readonly state: PracticeState;
  readonly steward: string | null;
}

/** What can be done to a practice as a whole, from which states, and where it leads. */
export const PRACTICE_STEPS = {
  submit: {
    from: [PracticeState.DRAFT, PracticeState.WITHDRAWN],
    to: PracticeState.SUBMITTED,
  },
  review: { from: [PracticeState.SUBMITTED], to: PracticeState.UNDER_REVIEW },
  publish: { from: [PracticeState.UNDER_REVIEW], to: PracticeState.PUBLISHED },
  withdraw: {
    from: [
      PracticeState.DRAFT,
      PracticeState.SUBMITTED,
      PracticeState.UNDER_REVIEW,
      PracticeState.PUBLISHED,
    ],
    to: PracticeState.WITHDRAWN,
  },
} as const satisfies Record<string, { from: readonly PracticeState[]; to: PracticeState }>;

export type PracticeStep = keyof typeof PRACTICE_STEPS;

/** What reviewers see although it is not published. */
export const SEEN_BY_REVIEWERS: readonly PracticeState[] = [
  PracticeState.SUBMITTED,
  PracticeState.UNDER_REVIEW,
];

/** What a reviewer has before him, and what everybody reads, does not change under the eyes. */
const OPEN_TO_CHANGE: readonly PracticeState[] = [
  PracticeState.DRAFT,
  PracticeState.SUBMITTED,
  PracticeState.WITHDRAWN,
];

/** By the state alone: what is published is for everybody. */
export const audienceOf = (state: PracticeState): Audience =>
  state === PracticeState.PUBLISHED ? Audience.PUBLIC : Audience.ORGANISATION;

const EDITORS: readonly OrganisationRole[] = ["OWNER", "EDITOR"];
const ANY_ROLE: readonly OrganisationRole[] = ["OWNER", "EDITOR", "DELEGATE"];

export const isReviewer = (viewer: Viewer | null): boolean =>
  viewer?.platform.some((role) => role === "REVIEWER" || role === "ADMIN") ?? false;

/** The networks for which the viewer is the secretariat. */
export const secretariatOf = (viewer: Viewer | null): string[] =>
  viewer?.networks.filter(({ role }) => role === "SECRETARIAT").map(({ id }) => id) ?? [];

export function canSeePractice(viewer: Viewer | null, practice: PracticeStanding): boolean {
  if (canSee(viewer, practice) || isSteward(viewer, practice)) return true;
  const isTakenDown = practice.audience === Audience.TAKEN_DOWN;
  return !isTakenDown && isReviewer(viewer) && SEEN_BY_REVIEWERS.includes(practice.state);
}

/** Who answers for its text: editors of an implementer, the secretariat that entered it, admins. */
export function isAuthor(viewer: Viewer | null, practice: PracticeStanding): boolean {
  return isAdmin(viewer) || isSteward(viewer, practice) || holds(viewer, practice, EDITORS);
}

const isOpenToChange = ({ state }: PracticeStanding): boolean => OPEN_TO_CHANGE.includes(state);

export const canEdit = (viewer: Viewer | null, practice: PracticeStanding): boolean =>
  isAdmin(viewer) || (isAuthor(viewer, practice) && isOpenToChange(practice));

/** A conflict of interest: who has a role in an implementer does not judge its practice. */
export const isImpartial = (viewer: Viewer | null, practice: PracticeStanding): boolean =>
  !holds(viewer, practice, ANY_ROLE);

/** Whether the viewer is of those who take this step, whatever state the practice is in. */
export function mayTake(
  step: PracticeStep,
  viewer: Viewer | null,
  practice: PracticeStanding,
): boolean {
  switch (step) {
    case "submit":
    case "withdraw":
      return isAuthor(viewer, practice);
    case "review":
    case "publish":
      return isReviewer(viewer) && isImpartial(viewer, practice);
  }
}

export const isDue = (step: PracticeStep, { state }: PracticeStanding): boolean =>
  (PRACTICE_STEPS[step].from as readonly PracticeState[]).includes(state);

export const canTake = (
  step: PracticeStep,
  viewer: Viewer | null,
  practice: PracticeStanding,
): boolean => mayTake(step, viewer, practice) && isDue(step, practice);

/** An implementer-to-be, with the networks that it is a member of. */
export interface Implementer {
  readonly id: string;
  readonly networks: readonly string[];
}

/**
 * In whose name a viewer may enter a practice: as an editor of one of its implementers or an admin
 * (`steward` null), or as the secretariat of a network of one of them. Null for nobody's.
 */
export function entry(
  viewer: Viewer,
  implementers: readonly Implementer[],
): { steward: string | null } | null {
  const edits = implementers.some(({ id }) => hasOrganisationRole(viewer, id, EDITORS));
  if (edits || isAdmin(viewer)) return { steward: null };
  const networks = implementers.flatMap((implementer) => implementer.networks);
  const steward = secretariatOf(viewer).find((id) => networks.includes(id));
  return steward === undefined ? null : { steward };
}

const isSteward = (viewer: Viewer | null, { steward }: PracticeStanding): boolean =>
  steward !== null && hasNetworkRole(viewer, [steward], ["SECRETARIAT"]);

const holds = (
  viewer: Viewer | null,
  { organisations }: PracticeStanding,
  roles: readonly OrganisationRole[],
): boolean => organisations.some((id) => hasOrganisationRole(viewer, id, roles));
