import { hasOrganisationRole, type Viewer } from "@convene/shared/viewer";
import type { PollInvitation } from "./poll-invitation.entity.ts";

/** Who is invited, and who fills the seat: its delegate and alternate. */
export interface Invited extends Pick<PollInvitation, "organisationId" | "personId"> {
  readonly fillers: readonly string[];
}

/** The person; or whoever acts for the organisation, or fills its seat. */
export function canAnswer(
  viewer: Viewer | null,
  { organisationId, personId, fillers }: Invited,
): boolean {
  if (viewer === null || viewer.kind === "link") return false;
  const { person } = viewer;
  if (organisationId === null) return person !== null && person === personId;
  return (
    (person !== null && fillers.includes(person)) ||
    hasOrganisationRole(viewer, organisationId, ["OWNER", "EDITOR", "DELEGATE"])
  );
}
