import { collapseSpace, foldText } from "@convene/shared/table/text-folding";

/** A name, or a text that may be one, spelled so that it can be compared. */
export const foldName = (text: string): string => collapseSpace(foldText(text));
