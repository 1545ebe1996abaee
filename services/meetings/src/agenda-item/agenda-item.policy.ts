import { isModerator, type Viewer } from "@convene/shared/viewer";
import { canConvene, type Convened } from "../convener/convener.policy.ts";
import type { AgendaItem } from "./agenda-item.entity.ts";

/** Of an item whose meeting the viewer sees. */
export const canSeeItem = (
  viewer: Viewer | null,
  { isTakenDown }: Pick<AgendaItem, "isTakenDown">,
  meeting: Convened,
): boolean => !isTakenDown || isModerator(viewer) || canConvene(viewer, meeting);
