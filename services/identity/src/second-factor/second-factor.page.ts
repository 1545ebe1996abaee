import { type Context, Hono } from "hono";
import { html, raw } from "hono/html";
import type { AccountService } from "../account/account.service.ts";
import { wordsFor } from "../layout/language.page.ts";
import { secondFactorWords } from "./second-factor.words.ts";
import {
  alert,
  backToAccount,
  field,
  formText,
  type Markup,
  seeOther,
  showPage,
} from "../layout/layout.page.ts";
import { hasPassword } from "../password/password.auth.ts";
import type { SecurityNotices } from "../security-notice/security-notice.service.ts";
import { isFresh } from "../sign-in/session-life.value.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import { askToSignInAgain } from "../sign-in/sign-in-again.page.ts";
import {
  beginSecondFactor,
  endSecondFactor,
  type SecondFactorParts,
  type SecondFactorSetup,
  verifySecondFactor,
} from "./second-factor.auth.ts";

const PATH = "/auth/account/second-factor";

export interface SecondFactorPagesParts extends SecondFactorParts {
  readonly accounts: AccountService;
  readonly notices: SecurityNotices;
}

interface Owner {
  readonly account: string;
  readonly isOn: boolean;
  readonly hasPassword: boolean;
}

type Answer = (context: Context, owner: Owner) => Response | Promise<Response>;

/** Codes of an app, of one's own account: to set up, and to turn off. */
export function secondFactorPages(parts: SecondFactorPagesParts): Hono {
  const { auth, accounts } = parts;
  const forOwner = (answer: Answer) => async (context: Context) => {
    const session = await currentSession(auth, context.req.raw.headers);
    const account = session && (await accounts.byId(session.account));
    if (!account) return seeOther(context, "/auth/sign-in");
    if (!isFresh(session.signedInAt)) return askToSignInAgain(context);
    return answer(context, {
      account: account.id,
      isOn: account.twoFactorEnabled,
      hasPassword: await hasPassword(auth, account.id),
    });
  };
  const pages = new Hono();
  pages.get(
    "/account/second-factor",
    forOwner((context, owner) => show(context, owner)),
  );
  pages.post(
    "/account/second-factor",
    forOwner((context, owner) => begin(context, owner, auth)),
  );
  pages.post(
    "/account/second-factor/confirm",
    forOwner((context) => confirm(context, parts)),
  );
  pages.post(
    "/account/second-factor/remove",
    forOwner((context, owner) => remove(context, owner, parts)),
  );
  return pages;
}

function show(context: Context, owner: Owner, isWrong = false): Response | Promise<Response> {
  const { isOn } = owner;
  const words = wordsFor(context, secondFactorWords);
  return showPage(context, {
    title: isOn ? words.titleOn : words.titleOff,
    status: isWrong ? 400 : 200,
    body: html`${isWrong ? alert(words.wrongPassword) : ""}
      <p class="soft">${isOn ? words.aboutOn : words.aboutOff}</p>
      <form method="post" action="${isOn ? `${PATH}/remove` : PATH}">
        ${
          owner.hasPassword
            ? field({
                name: "password",
                label: words.password,
                type: "password",
                autocomplete: "current-password",
              })
            : ""
        }
        <button ${isOn ? html`class="quiet"` : ""}>${isOn ? words.turnOff : words.setUp}</button>
      </form>
      ${backToAccount(context)}`,
  });
}

async function begin(context: Context, owner: Owner, auth: Auth) {
  const password = formText(await context.req.parseBody(), "password");
  const { headers } = context.req.raw;
  const setup = await beginSecondFactor(auth, { headers, password });
  if (!setup) return show(context, owner, !owner.isOn);
  return showSetup(context, setup);
}

function showSetup(context: Context, { picture, secret, backupCodes }: SecondFactorSetup) {
  const words = wordsFor(context, secondFactorWords);
  return showPage(context, {
    title: words.setUpTitle,
    body: html`<p>${words.picture}</p>
      <div class="picture" role="img" aria-label="${words.pictureOf}">${raw(picture)}</div>
      <p class="soft">${words.orType} <code>${secret}</code></p>
      <h2>${words.keep}</h2>
      <p>${words.keepAbout}</p>
      <ul class="codes">
        ${backupCodes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      ${codeForm(context)}`,
  });
}

function codeForm(context: Context): Markup {
  const words = wordsFor(context, secondFactorWords);
  return html`<form method="post" action="${PATH}/confirm">
    ${field({ name: "code", label: words.code, type: "text", autocomplete: "one-time-code" })}
    <button>${words.turnOn}</button>
  </form>`;
}

async function confirm(context: Context, parts: SecondFactorPagesParts) {
  const code = formText(await context.req.parseBody(), "code");
  const cookies = await verifySecondFactor(parts, code, context.req.raw.headers);
  await parts.notices.tellAll();
  if (cookies) return seeOther(context, PATH, cookies);
  const words = wordsFor(context, secondFactorWords);
  return showPage(context, {
    title: words.wrongTitle,
    status: 400,
    body: html`<p>${words.wrongAbout}</p>
      ${codeForm(context)}
      <p class="below"><a href="${PATH}">${words.anew}</a></p>`,
  });
}

async function remove(context: Context, owner: Owner, parts: SecondFactorPagesParts) {
  const { auth, notices } = parts;
  const password = formText(await context.req.parseBody(), "password");
  const { headers } = context.req.raw;
  const cookies = await endSecondFactor(auth, { headers, password });
  if (!cookies) return show(context, owner, true);
  await notices.tellAll();
  return seeOther(context, PATH, cookies);
}
