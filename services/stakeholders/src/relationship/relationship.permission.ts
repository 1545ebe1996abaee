import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import type { Viewer } from "@convene/shared/viewer";
import { otherOrganisation, sampleOrganisation } from "../organisation/organisation.permission.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import { RelationshipStatus } from "./relationship.enum.ts";
import { canConfirm, canEnd, canPropose, canSeeTie } from "./relationship.policy.ts";

const BOTH = "two organisations that everybody sees";
const PROPOSED = "proposed by the other organisation";

const ends = [sampleOrganisation, otherOrganisation] as const;
const tie = {
  sourceId: SAMPLE.organisation,
  targetId: SAMPLE.otherOrganisation,
  isTakenDown: false,
};
const proposed = {
  ...tie,
  status: RelationshipStatus.PROPOSED,
  proposerId: SAMPLE.otherOrganisation,
};
const confirmed = { ...tie, status: RelationshipStatus.CONFIRMED };

const seesEnds = (viewer: Viewer | null) => ends.every((end) => canSeeOrganisation(viewer, end));
const seesProposed = (viewer: Viewer | null) => seesEnds(viewer) && canSeeTie(viewer, proposed);
const seesConfirmed = (viewer: Viewer | null) => seesEnds(viewer) && canSeeTie(viewer, confirmed);

export const relationshipPermissions: readonly Permission[] = [
  {
    mutation: "proposeRelationship",
    of: BOTH,
    sees: seesEnds,
    may: (viewer) => canPropose(viewer, ends),
  },
  {
    mutation: "confirmRelationship",
    of: PROPOSED,
    sees: seesProposed,
    may: (viewer) => canConfirm(viewer, proposed),
  },
  {
    mutation: "endRelationship",
    of: "confirmed",
    sees: seesConfirmed,
    may: (viewer) => canEnd(viewer, confirmed),
  },
  { field: "Relationship", of: PROPOSED, shows: seesProposed },
  { field: "Relationship", of: "confirmed", shows: seesConfirmed },
];
