import { type Context, Hono } from "hono";
import { html, raw } from "hono/html";
import type { AccountService } from "../account/account.service.ts";
import { alert, field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
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
const ACCOUNT = "/auth/account";

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
  pages.get("/account/second-factor", forOwner(show));
  pages.post(
    "/account/second-factor",
    forOwner((context, owner) => begin(context, owner, auth)),
  );
  pages.post(
    "/account/second-factor/confirm",
    forOwner((context, owner) => confirm(context, owner, parts)),
  );
  pages.post(
    "/account/second-factor/remove",
    forOwner((context, owner) => remove(context, owner, parts)),
  );
  return pages;
}

function show(context: Context, owner: Owner, problem?: Markup): Response | Promise<Response> {
  const { isOn } = owner;
  return showPage(context, {
    title: isOn ? "Codes are asked for" : "Codes of an app",
    status: problem ? 400 : 200,
    body: html`${problem ?? ""}
      <p class="soft">
        ${
          isOn
            ? "Whoever signs in to your account by a link or a password must also give a code of your app."
            : "With an app on your phone nobody gets in who only reads your mail or knows your password: a code of six digits is asked for as well."
        }
      </p>
      <form method="post" action="${isOn ? `${PATH}/remove` : PATH}">
        ${
          owner.hasPassword
            ? field({
                name: "password",
                label: "Your password",
                type: "password",
                autocomplete: "current-password",
              })
            : ""
        }
        <button ${isOn ? html`class="quiet"` : ""}>${isOn ? "Turn it off" : "Set it up"}</button>
      </form>
      <p class="below"><a href="${ACCOUNT}">Back to your account</a></p>`,
  });
}

const WRONG_PASSWORD = alert("This is not your password.");

async function begin(context: Context, owner: Owner, auth: Auth) {
  const password = formText(await context.req.parseBody(), "password");
  const { headers } = context.req.raw;
  const setup = await beginSecondFactor(auth, { headers, password });
  if (!setup) return show(context, owner, owner.isOn ? undefined : WRONG_PASSWORD);
  return showSetup(context, setup);
}

const showSetup = (context: Context, { picture, secret, backupCodes }: SecondFactorSetup) =>
  showPage(context, {
    title: "Set up the app",
    body: html`<p>Take a picture of this with an app for codes, such as Aegis or FreeOTP.</p>
      <div class="picture" role="img" aria-label="A code for your app">${raw(picture)}</div>
      <p class="soft">Or type this into it: <code>${secret}</code></p>
      <h2>Keep these</h2>
      <p>
        Each of these signs you in once if you lose your phone. They are shown only now: write them
        down.
      </p>
      <ul class="codes">
        ${backupCodes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      ${codeForm(`${PATH}/confirm`, "Turn it on")}`,
  });

const codeForm = (action: string, label: string): Markup =>
  html`<form method="post" action="${action}">
    ${field({
      name: "code",
      label: "The code that the app shows",
      type: "text",
      autocomplete: "one-time-code",
    })}
    <button>${label}</button>
  </form>`;

async function confirm(context: Context, owner: Owner, parts: SecondFactorPagesParts) {
  const code = formText(await context.req.parseBody(), "code");
  const cookies = await verifySecondFactor(parts, code, context.req.raw.headers);
  if (cookies) {
    if (!owner.isOn) await parts.notices.tell(owner.account, "SECOND_FACTOR_ON");
    return seeOther(context, PATH, cookies);
  }
  return showPage(context, {
    title: "That was not the code",
    status: 400,
    body: html`<p>A code is good for half a minute. Give the one that the app shows now.</p>
      ${codeForm(`${PATH}/confirm`, "Turn it on")}
      <p class="below"><a href="${PATH}">Begin anew</a></p>`,
  });
}

async function remove(context: Context, owner: Owner, parts: SecondFactorPagesParts) {
  const { auth, notices } = parts;
  const password = formText(await context.req.parseBody(), "password");
  const { headers } = context.req.raw;
  const cookies = await endSecondFactor(auth, { headers, password });
  if (!cookies) return show(context, owner, WRONG_PASSWORD);
  if (owner.isOn) await notices.tell(owner.account, "SECOND_FACTOR_OFF");
  return seeOther(context, PATH, cookies);
}
