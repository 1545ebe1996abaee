import type { Viewer } from "@convene/shared/viewer";
import { canConvene, type Convened, type ConvenedProtection } from "../convener/convener.policy.ts";
import { canReadMinutes, canWriteMinutes } from "../minute/minutes.policy.ts";
import type { Paper } from "./paper.entity.ts";

/** Members and conveners; observers only read. */
export const canAddPaper = (viewer: Viewer | null, convened: Convened): boolean =>
  canWriteMinutes(viewer, convened);

/** Whoever has sent it first, and those who convene. */
export const canEditPaper = (
  viewer: Viewer | null,
  { ownerId }: Pick<Paper, "ownerId">,
  convened: Convened,
): boolean => canConvene(viewer, convened) || (ownerId !== null && viewer?.person === ownerId);

/**
 * Those who sit there by what they are in the graph: a link to a file speaks with their roles there,
 * and not with what they are on the platform.
 */
export const canDownload = (viewer: Viewer | null, place: Convened & ConvenedProtection): boolean =>
  viewer !== null && viewer.person !== null && canReadMinutes({ ...viewer, platform: [] }, place);
