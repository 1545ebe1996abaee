import { Audience, canSee, type Protected } from "@convene/shared/audience";
import { hasNetworkRole, isAdmin, type Viewer } from "@convene/shared/viewer";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import type { Relationship } from "./relationship.entity.ts";
import { RelationshipStatus } from "./relationship.enum.ts";

type Tie = Pick<Relationship, "status" | "sourceId" | "targetId" | "isTakenDown">;
type End = Pick<Organisation, "id" | "networks">;

function audienceOf({ isTakenDown, status }: Pick<Tie, "isTakenDown" | "status">): Audience {
  if (isTakenDown) return Audience.TAKEN_DOWN;
  return status === RelationshipStatus.PROPOSED ? Audience.ORGANISATION : Audience.PUBLIC;
}

/** Its own protection; beside it, both ends must be visible. */
export const protectionOf = ({ sourceId, targetId, ...tie }: Tie): Protected => ({
  audience: audienceOf(tie),
  organisations: [sourceId, targetId],
  networks: [],
});

export const canSeeTie = (viewer: Viewer | null, tie: Tie): boolean =>
  canSee(viewer, protectionOf(tie));

/**
 * Who may state a relationship for both sides at once: administrators, and whoever speaks for each
 * end: as its owner or editor, or as the secretariat of a network in which it stands.
 */
export const canSpeakForBoth = (viewer: Viewer | null, ends: readonly [End, End]): boolean =>
  ends.every(
    (end) =>
      canEditOrganisation(viewer, end) || hasNetworkRole(viewer, end.networks, ["SECRETARIAT"]),
  );

/** Whoever edits one of the two, and whoever may state it for both. */
export const canPropose = (viewer: Viewer | null, ends: readonly [End, End]): boolean =>
  canSpeakForBoth(viewer, ends) || ends.some((end) => canEditOrganisation(viewer, end));

/** The other side of the proposal, and administrators. */
export function canConfirm(
  viewer: Viewer | null,
  { status, sourceId, targetId, proposerId }: Tie & Pick<Relationship, "proposerId">,
): boolean {
  if (status !== RelationshipStatus.PROPOSED) return false;
  const id = proposerId === sourceId ? targetId : sourceId;
  return canEditOrganisation(viewer, { id });
}

/** Either side, and administrators; nobody when it is history. */
export const canEnd = (viewer: Viewer | null, { status, sourceId, targetId }: Tie): boolean =>
  status !== RelationshipStatus.ENDED &&
  (isAdmin(viewer) || [sourceId, targetId].some((id) => canEditOrganisation(viewer, { id })));
