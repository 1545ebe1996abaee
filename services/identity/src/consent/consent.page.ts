import type { Context } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { wordsFor } from "../layout/language.page.ts";
import { dayOf, formText, type Markup } from "../layout/layout.page.ts";
import type { Consent } from "./consent.entity.ts";
import { ConsentKind, ConsentMeans } from "./consent.enum.ts";
import { type ConsentService, NOTICE_VERSION } from "./consent.service.ts";
import { consentWords } from "./consent.words.ts";

/** What somebody has agreed to, and the buttons by which they do so or withdraw it. */
export function agreements(context: Context, consents: readonly Consent[], path: string): Markup {
  const words = wordsFor(context, consentWords);
  const of = (wanted: ConsentKind) => consents.find(({ kind }) => kind === wanted);
  const notice = of(ConsentKind.PRIVACY_NOTICE);
  const hasRead = notice?.given === true && notice.version === NOTICE_VERSION;
  const isListed = of(ConsentKind.PUBLIC_LISTING)?.given === true;
  return html`<h2>${words.title}</h2>
    ${
      consents.length === 0
        ? html`<p class="soft">${words.none}</p>`
        : html`<ul>
            ${consents.map((consent) => line(context, consent))}
          </ul>`
    }
    <p><a href="/auth/privacy">${words.kinds.PRIVACY_NOTICE}</a></p>
    ${
      hasRead
        ? ""
        : button(path, {
            ...{ kind: ConsentKind.PRIVACY_NOTICE, given: "yes" },
            label: words.haveRead,
          })
    }
    ${button(path, {
      kind: ConsentKind.PUBLIC_LISTING,
      given: isListed ? "" : "yes",
      label: isListed ? words.unlist : words.list,
    })}`;
}

function line(context: Context, { kind, given, version, recordedAt }: Consent): Markup {
  const words = wordsFor(context, consentWords);
  const day = dayOf(context, recordedAt);
  return html`<li>
    ${words.kinds[kind]} ${version === null ? "" : html`<bdi dir="ltr">(${version})</bdi>`}
    <span class="soft">${given ? words.agreed(day) : words.withdrawn(day)}</span>
  </li>`;
}

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
