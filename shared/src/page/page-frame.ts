import { createHash } from "node:crypto";
import { directionOf, type MailLanguage } from "../mail/mail-language.ts";
import type { PageResponse } from "./page-door.ts";
import { pageFooter } from "./page-footer.ts";
import { Markup, markup } from "./page-markup.ts";
import { STYLE } from "./page-style.ts";

export interface PageParts {
  readonly title: string;
  readonly body: Markup;
  readonly language: MailLanguage;
  readonly status?: number;
  /** Beside that of all pages. */
  readonly style?: string;
}

/** A whole page: nothing is fetched from anywhere, nothing runs, and no other page may show it. */
export function framed({ status = 200, ...parts }: PageParts): PageResponse {
  const style = STYLE + (parts.style ?? "");
  const source = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${source}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": parts.language,
      "content-security-policy": policy,
      vary: "accept-language",
      // The links hold tokens: nobody whom a page leads to is told of them.
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
    body: documentOf(parts, style).html,
  };
}

const documentOf = ({ title, body, language }: PageParts, style: string): Markup =>
  markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Convene</title>
${new Markup(`<style>${style}</style>`)}
</head>
<body>
<header><span class="mark" aria-hidden="true"></span>Convene</header>
<main>
<h1><bdi>${title}</bdi></h1>
${body}
</main>
<footer>${pageFooter[language]}</footer>
</body>
</html>
`;
