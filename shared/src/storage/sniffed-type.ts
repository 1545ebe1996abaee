import { fileTypeFromBuffer } from "file-type";

export interface SniffedType {
  readonly mediaType: string;
  /** How a file of it may end; the first, unless its own is another one of them. */
  readonly endings: readonly [string, ...string[]];
}

const OFFICE = "application/vnd.openxmlformats-officedocument.";
const ODF = "application/vnd.oasis.opendocument.";

/** What documents are: with macros none, and no pages, which run what is in them. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  [`${OFFICE}wordprocessingml.document`]: "docx",
  [`${OFFICE}spreadsheetml.sheet`]: "xlsx",
  [`${OFFICE}presentationml.presentation`]: "pptx",
  [`${ODF}text`]: "odt",
  [`${ODF}spreadsheet`]: "ods",
  [`${ODF}presentation`]: "odp",
  "image/png": "png",
  "image/jpeg": "jpg",
};

const TEXT: SniffedType = {
  mediaType: "text/plain; charset=utf-8",
  endings: ["txt", "md", "csv"],
};

/** In words, for whoever sends something else. */
export const DOCUMENT_TYPES =
  "PDF, Word, Excel or PowerPoint without macros, OpenDocument, PNG, JPEG, and plain text, Markdown or CSV in UTF-8";

/**
 * What a file is, by its own bytes: neither its name nor what a client says of it counts. Null for
 * all that is no document.
 */
export async function sniffDocument(bytes: Uint8Array): Promise<SniffedType | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (!found) return isPlainText(bytes) ? TEXT : null;
  const ending = Object.hasOwn(DOCUMENTS, found.mime) ? DOCUMENTS[found.mime] : undefined;
  return ending === undefined ? null : { mediaType: found.mime, endings: [ending] };
}

/** What a browser or a shell would run is text as well, and no document. */
const RUNS = /^\uFEFF?\s*(#!|<(!doctype|html|head|body|script|svg|\?xml|\?php|!--))/i;

/** Tells other bytes from text, which has of all control characters only these. */
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u;

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !RUNS.test(text) && !CONTROLS.test(text);
  } catch {
    return false;
  }
}
