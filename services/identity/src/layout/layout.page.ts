import { createHash } from "node:crypto";
import { directionOf, type MailLanguage } from "@convene/shared/mail/mail-language";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { StatusCode } from "hono/utils/http-status";
import { languageOf, type Words, wordsFor } from "./language.page.ts";
import { layoutWords } from "./layout.words.ts";
import { pageFooter } from "@convene/shared/page/page-footer";
import { STYLE } from "@convene/shared/page/page-style";

/** A part of a page whose text has been escaped. */
export type Markup = ReturnType<typeof html>;

export interface PageParts {
  readonly title: string;
  readonly body: Markup;
  readonly status?: StatusCode;
  /** The text of the one script that the page runs. */
  readonly script?: string;
  /** That of the browser unless told: what a mail leads to speaks the language of the mail. */
  readonly language?: MailLanguage;
}

const sourceOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing is fetched from anywhere, nothing runs, and no other page may show this one. */
const POLICY = [
  "default-src 'none'",
  `style-src ${sourceOf(STYLE)}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** But for the one script of a page, which asks this site alone. */
const policyOf = (script?: string): string =>
  [
    ...POLICY,
    ...(script === undefined ? [] : [`script-src ${sourceOf(script)}`, "connect-src 'self'"]),
  ].join("; ");

/** A whole page, alike on all of them. */
export function showPage(context: Context, parts: PageParts) {
  const { title, body, status = 200, script, language = languageOf(context) } = parts;
  context.status(status);
  context.header("vary", "accept-language");
  context.header("content-language", language);
  context.header("content-security-policy", policyOf(script));
  // The links hold tokens: nobody whom a page leads to is told of them.
  context.header("referrer-policy", "no-referrer");
  context.header("cache-control", "no-store");
  return context.html(
    html`<!doctype html>
      <html lang="${language}" dir="${directionOf(language)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} · Convene</title>
          ${raw(`<style>${STYLE}</style>`)}
        </head>
        <body>
          <header><span class="mark" aria-hidden="true"></span>Convene</header>
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
          <footer>
            ${pageFooter[language]} · <a href="/auth/privacy">${layoutWords[language].privacy}</a>
          </footer>
          ${script === undefined ? "" : raw(`<script>${script}</script>`)}
        </body>
      </html>`,
  );
}

/** What went wrong, read out at once by screen readers. */
export const alert = (message: string): Markup =>
  html`<p class="alert" role="alert">${message}</p>`;

export interface FieldParts {
  readonly name: string;
  readonly label: string;
  readonly type: "email" | "text" | "password";
  readonly autocomplete: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly isOptional?: boolean;
  readonly value?: string | undefined;
  /** Why what was sent is not right. */
  readonly problem?: string | undefined;
}

export function field(parts: FieldParts): Markup {
  const { name, label, type, autocomplete, hint, isOptional, value = "", problem } = parts;
  const described = [hint && `${name}-hint`, problem && `${name}-problem`]
    .filter(Boolean)
    .join(" ");
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ""}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      ${isOptional ? "" : "required"}
      maxlength="254"
      ${described ? html`aria-describedby="${described}"` : ""}
      ${problem ? html`aria-invalid="true"` : ""}
    />
    ${problem ? html`<p class="problem" id="${name}-problem" role="alert">${problem}</p>` : ""}
  </div>`;
}

/** As people write it, in the language of the page. */
export const dayOf = (context: Context, moment: Date): string =>
  moment.toLocaleDateString(DATES[languageOf(context)], {
    ...{ day: "numeric", month: "long", year: "numeric" },
    timeZone: "UTC",
  });

/** In English as it is written at the United Nations. */
const DATES: Words<string> = { ar: "ar", en: "en-GB", es: "es", fr: "fr", ru: "ru", zh: "zh-CN" };

/** Below a page of one's own account. */
export const backToAccount = (context: Context): Markup =>
  html`<p class="below"><a href="/auth/account">${wordsFor(context, layoutWords).back}</a></p>`;

/** What a form holds of that name; nothing where it holds none, or a file. */
export function formText(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name];
  return typeof value === "string" ? value : "";
}

/** After a form has done its work: the browser goes on by GET, and reloading sends nothing twice. */
export function seeOther(context: Context, location: string, cookies: readonly string[] = []) {
  for (const cookie of cookies) context.header("set-cookie", cookie, { append: true });
  context.header("cache-control", "no-store");
  return context.redirect(location, 303);
}
