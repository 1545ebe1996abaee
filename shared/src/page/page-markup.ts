import escape from "escape-html";

/** A part of a page whose text has been escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = string | number | Markup | readonly Markup[];

/** Everything that is put in is escaped, unless it is markup itself. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.map((text, index) => text + htmlOf(parts[index] ?? "")).join(""));

function htmlOf(part: Part): string {
  if (part instanceof Markup) return part.html;
  return typeof part === "object" ? part.map(({ html }) => html).join("\n") : escape(String(part));
}
