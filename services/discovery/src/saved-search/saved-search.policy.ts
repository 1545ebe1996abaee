import type { Viewer } from "@convene/shared/viewer";
import type { SavedSearch } from "./saved-search.entity.ts";

/** Who is mailed is a person of the graph. */
export const canSaveSearch = (viewer: Viewer): boolean => viewer.person !== null;

/** Theirs alone: what somebody looks for is nobody else's business, administrators included. */
export const isOwnSearch = (
  viewer: Viewer | null,
  { ownerId }: Pick<SavedSearch, "ownerId">,
): boolean => viewer?.person === ownerId;
