import { setImmediate as others } from "node:timers/promises";
import { directionOf } from "@convene/shared/mail/mail-language";
import type { Token } from "markdown-it";
import type { Page } from "./document-html.value.ts";
import { markdownTokens } from "./markdown-tokens.value.ts";
import type { Span } from "./text-line.value.ts";

const SIZES: Readonly<Record<string, number>> = { h1: 20, h2: 14, h3: 12 };
const BODY = 10.5;
const INDENT = 18;

/** Where a paragraph stands. */
interface Place {
  heading: string | null;
  depth: number;
  /** Of each list that is open: null of bullets, else the next number. */
  readonly numbers: (number | null)[];
  mark: string | null;
}

/** A document as PDF, with all its fonts. Others have their turn between two paragraphs. */
export async function documentPdf({ markdown, title, language }: Page): Promise<Buffer> {
  // What writes PDF is much to load, and few processes ever need it.
  const { PdfPage } = await import("./pdf-page.service.ts");
  const page = new PdfPage({ title, language, direction: directionOf(language) });
  const place: Place = { heading: null, depth: 0, numbers: [], mark: null };
  for (const token of markdownTokens(markdown)) {
    step(place, token);
    const spans = spansOf(token);
    if (spans.length === 0) continue;
    const { heading, depth, mark } = place;
    page.write(heading === null ? spans : spans.map((span) => ({ ...span, isBold: true })), {
      size: heading === null ? BODY : (SIZES[heading] ?? 11),
      before: heading === null ? 4 : 14,
      indent: depth * INDENT,
      mark,
    });
    place.mark = null;
    await others();
  }
  return page.end();
}

function step(place: Place, { type, nesting, tag }: Token): void {
  if (type.startsWith("heading")) place.heading = nesting === 1 ? tag : null;
  if (type.startsWith("blockquote")) place.depth += nesting;
  if (/^(bullet|ordered)_list_/.test(type)) {
    place.depth += nesting;
    if (nesting === -1) place.numbers.pop();
    else place.numbers.push(tag === "ul" ? null : 1);
  }
  if (type !== "list_item_open") return;
  const number = place.numbers.at(-1) ?? null;
  place.mark = number === null ? "•" : `${number}.`;
  if (number !== null) place.numbers.splice(-1, 1, number + 1);
}

/** What is to be read of it. */
function spansOf({ type, content, children }: Token): Span[] {
  if (type === "fence" || type === "code_block") return [{ text: content, isBold: false }];
  let isBold = false;
  return (children ?? []).flatMap((child) => {
    if (child.type === "strong_open") isBold = true;
    if (child.type === "strong_close") isBold = false;
    if (child.type === "softbreak") return [{ text: " ", isBold }];
    if (child.type === "hardbreak") return [{ text: "\n", isBold }];
    return child.content === "" ? [] : [{ text: child.content, isBold }];
  });
}
