import type { Viewer } from "@convene/shared/viewer";

/** Whose needs they are, and the delegates of the seats that they fill. */
export interface Needing {
  readonly personId: string;
  readonly delegates: readonly string[];
}

/** Their own; and the delegate of a seat those of its alternate, or of who comes for it. */
export const canSetNeeds = (viewer: Viewer | null, { personId, delegates }: Needing): boolean =>
  viewer?.person != null &&
  viewer.kind !== "link" &&
  (viewer.person === personId || delegates.includes(viewer.person));
