import { accept, type CellReader, refuse } from "./cell.ts";
import { collapseSpace } from "./text-folding.ts";

/** What no reader sees and no database wants, but for tabs and line breaks. */
const UNSEEN = /[^\P{Cc}\t\n]|[\u200b\u2060\ufeff\u00ad]/gu;

const clean = (text: string) => text.normalize("NFC").replace(UNSEEN, "");

/** A name or title on one line: composed (NFC), white space collapsed. */
export function readText(maxLength: number): CellReader<string> {
  return (text) => withinLength(collapseSpace(clean(text)), maxLength);
}

/** A description: as `readText`, but single line breaks and blank lines stay. */
export function readParagraphs(maxLength: number): CellReader<string> {
  return (text) => {
    const lines = clean(text).split("\n").map(collapseSpace);
    return withinLength(
      lines
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
      maxLength,
    );
  };
}

function withinLength(text: string, maxLength: number) {
  if (text === "") return refuse("holds no visible character");
  return text.length <= maxLength ? accept(text) : refuse(`is longer than ${maxLength} characters`);
}
