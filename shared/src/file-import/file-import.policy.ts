import { isAdmin, type Viewer } from "../viewer.ts";
import type { FileImport } from "./file-import.entity.ts";
import { ImportState } from "./file-import.enum.ts";

/**
 * Administrators alone, as with whoever has the shell: a file fills in what any organisation lacks,
 * and its report tells what is known already, hidden records with it.
 */
export const canImport = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** The report tells of hidden records, so not even whoever began it sees it as nobody's admin. */
export const canSeeImport = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** The link lets whoever has it send the file: it is for the one who asked for it. */
export const canUpload = (
  viewer: Viewer | null,
  one: Pick<FileImport, "createdBy" | "state" | "uploadToken" | "uploadUntil">,
): boolean => canSeeImport(viewer) && viewer?.id === one.createdBy && isWaiting(one);

/** Whether its file may still be sent. */
export const isWaiting = ({
  state,
  uploadUntil,
}: Pick<FileImport, "state" | "uploadUntil">): boolean =>
  state === ImportState.WAITING_FOR_FILE && uploadUntil.getTime() > Date.now();

/** Also while its rows are being taken in. */
export const canCancel = (viewer: Viewer | null, one: Pick<FileImport, "state">): boolean =>
  canSeeImport(viewer) && !isEnded(one);

const ENDED: readonly ImportState[] = [ImportState.DONE, ImportState.FAILED, ImportState.CANCELLED];

export const isEnded = ({ state }: Pick<FileImport, "state">): boolean => ENDED.includes(state);
