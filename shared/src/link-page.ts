import { createHash } from "node:crypto";
import escape from "escape-html";
import type { LinkResponse } from "./link-door.ts";
import { directionOf, type MailLanguage, mailLanguageOf } from "./mail/mail-language.ts";

/** Of the header `accept-language`, in the order in which browsers write them: best first. */
export const languageOfLink = (header: string | undefined): MailLanguage =>
  mailLanguageOf((header ?? "").split(",").map((part) => part.split(";", 1)[0]?.trim() ?? ""));

export interface LinkPage {
  readonly status?: number;
  readonly language: MailLanguage;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What can be sent from it, to its own address: the words of a button, by what it sends. */
  readonly answers?: Readonly<Record<string, string>>;
}

const STYLE = `:root{color-scheme:light dark}
body{max-width:34rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}
button{font:inherit;padding:.7rem 1.4rem;margin:.25rem .5rem .25rem 0}`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A page that a secret in the link opens: nothing is fetched, nothing runs, nobody is told of it. */
export function linkPage(page: LinkPage): LinkResponse {
  const { status = 200, language } = page;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      vary: "accept-language",
    },
    body: bodyOf(page),
  };
}

function bodyOf({ language, title, paragraphs, answers = {} }: LinkPage): string {
  const buttons = Object.entries(answers).map(
    ([value, label]) => `<button name="answer" value="${escape(value)}">${escape(label)}</button>`,
  );
  const form = buttons.length === 0 ? "" : `<form method="post">${buttons.join("")}</form>`;
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} · Convene</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${paragraphs.map((each) => `<p>${escape(each)}</p>`).join("\n")}
${form}
</main>
</body>
</html>
`;
}
