import type { Viewer } from "@convene/shared/viewer";

/** Whoever is a person of the graph has hours of their own. */
export const canEnterAvailability = (viewer: Viewer | null): boolean =>
  (viewer?.person ?? null) !== null;

/** Their own, and nobody else's: administrators neither. */
export const canSeeAvailability = (
  viewer: Viewer | null,
  { personId }: { readonly personId: string },
): boolean => viewer !== null && viewer.kind !== "link" && viewer.person === personId;
