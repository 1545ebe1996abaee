import type { AgendaLanguage } from "../agenda-template/standing-title.value.ts";
import { directionOf } from "@convene/shared/mail/mail-language";
import { markdownHtml } from "./markdown-tokens.value.ts";

const STYLE = `body { font: 1rem/1.5 "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif;
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
h1, h2 { line-height: 1.2 }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 3px solid #999 }
@media print { body { margin: 0; max-width: none } h2 { break-after: avoid } }`;

export interface Page {
  readonly markdown: string;
  readonly title: string;
  readonly language: AgendaLanguage;
}

/** A page of its own, which loads nothing and runs nothing. */
export const documentHtml = ({ markdown, title, language }: Page): string =>
  `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
${markdownHtml(markdown)}</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  ...{ '"': "&quot;", "'": "&#39;" },
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
