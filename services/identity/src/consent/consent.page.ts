import type { Context } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { dayOf, formText, type Markup } from "../layout/layout.page.ts";
import type { Consent } from "./consent.entity.ts";
import { ConsentKind, ConsentMeans } from "./consent.enum.ts";
import { type ConsentService, NOTICE_VERSION } from "./consent.service.ts";

const WORDS: Readonly<Record<ConsentKind, string>> = {
  [ConsentKind.PRIVACY_NOTICE]: "what is done with your data",
  [ConsentKind.PUBLIC_LISTING]: "everybody may see your profile",
};

/** What somebody has agreed to, and the buttons by which they do so or withdraw it. */
export function agreements(context: Context, consents: readonly Consent[], path: string): Markup {
  const of = (wanted: ConsentKind) => consents.find(({ kind }) => kind === wanted);
  const notice = of(ConsentKind.PRIVACY_NOTICE);
  const hasRead = notice?.given === true && notice.version === NOTICE_VERSION;
  const isListed = of(ConsentKind.PUBLIC_LISTING)?.given === true;
  return html`<h2>What you have agreed to</h2>
    ${
      consents.length === 0
        ? html`<p class="soft">Nothing so far.</p>`
        : html`<ul>
            ${consents.map((consent) => line(context, consent))}
          </ul>`
    }
    ${
      hasRead
        ? ""
        : button(path, {
            ...{ kind: ConsentKind.PRIVACY_NOTICE, given: "yes" },
            label: "I have read what is done with my data",
          })
    }
    ${button(path, {
      kind: ConsentKind.PUBLIC_LISTING,
      given: isListed ? "" : "yes",
      label: isListed ? "Show me to my networks alone" : "Let everybody see me",
    })}`;
}

const line = (context: Context, { kind, given, version, recordedAt }: Consent): Markup =>
  html`<li>
    ${WORDS[kind]}${version === null ? "" : ` (${version})`}: ${given ? "agreed" : "withdrawn"}
    <span class="soft">on ${dayOf(context, recordedAt)}</span>
  </li>`;

interface ButtonParts {
  readonly kind: ConsentKind;
  readonly given: string;
  readonly label: string;
}

const button = (path: string, { kind, given, label }: ButtonParts): Markup =>
  html`<form method="post" action="${path}/consent">
    <input type="hidden" name="kind" value="${kind}" />
    <input type="hidden" name="given" value="${given}" />
    <button class="quiet">${label}</button>
  </form>`;

/** Records what a form of these says; a form of none of them says nothing. */
export async function sayIt(
  context: Context,
  consents: ConsentService,
  accountId: string,
): Promise<void> {
  const form = await context.req.parseBody();
  const { success, data: kind } = z.enum(ConsentKind).safeParse(formText(form, "kind"));
  if (!success) return;
  const given = formText(form, "given") === "yes";
  const userAgent = context.req.header("user-agent") ?? null;
  await consents.sayFor(accountId, { kind, given, means: ConsentMeans.PAGE, userAgent });
}
