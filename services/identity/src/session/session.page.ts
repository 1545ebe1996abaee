import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import { languageOf, wordsFor } from "../layout/language.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { sessionWords } from "./session.words.ts";
import { dayOf, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { type Auth, currentSession, resumedSession } from "../sign-in/sign-in.auth.ts";
import type { Session } from "./session.entity.ts";
import type { SessionService } from "./session.service.ts";

const SIGN_IN = "/auth/sign-in";

export interface SessionPagesParts {
  readonly auth: Auth;
  readonly accounts: AccountService;
  readonly sessions: SessionService;
}

/** One's own account: where one is signed in, and how to end that. */
export function sessionPages(parts: SessionPagesParts): Hono {
  const { auth } = parts;
  const pages = new Hono();
  pages.get("/", (context) => seeOther(context, "/auth/account"));
  pages.get("/account", (context) => showAccount(context, parts));
  pages.post("/account/sign-out", async (context) => {
    const { headers } = context.req.raw;
    const answer = await auth.api.signOut({ headers, asResponse: true });
    return seeOther(context, SIGN_IN, answer.headers.getSetCookie());
  });
  pages.post("/account/sign-out-elsewhere", async (context) => {
    const { headers } = context.req.raw;
    const answer = await auth.api.revokeOtherSessions({ headers, asResponse: true });
    return seeOther(context, answer.ok ? "/auth/account" : SIGN_IN);
  });
  return pages;
}

async function showAccount(context: Context, { auth, accounts, sessions }: SessionPagesParts) {
  const current = await currentSession(auth, context.req.raw.headers);
  const account = current && (await accounts.byId(current.account));
  if (!account) return seeOther(context, SIGN_IN);
  await sessions.noteUse(current.id, current.usedAt);
  await accounts.noteLanguage(account, languageOf(context));
  const token = await sessions.rotate(current.id);
  for (const cookie of token === null ? [] : await resumedSession(auth, token)) {
    context.header("set-cookie", cookie, { append: true });
  }
  return describe(context, account, {
    current: current.id,
    all: await sessions.ofAccount(account.id),
  });
}

interface Sessions {
  readonly current: string;
  readonly all: readonly Session[];
}

function describe(context: Context, account: Account, { current, all }: Sessions) {
  const words = wordsFor(context, sessionWords);
  const { since } = wordsFor(context, layoutWords);
  const others = all.filter(({ id }) => id !== current);
  return showPage(context, {
    title: words.hello(account.name),
    body: html`${whoIs(context, account)} ${waysOf(context)}
      <h2>${words.held}</h2>
      <p><a href="/auth/account/data">${words.yourData}</a></p>
      <p><a href="/auth/account/mail">${words.mails}</a></p>
      <h2>${words.where}</h2>
      <ul>
        ${all.map(
          (session) =>
            html`<li>
              ${
                session.id === current
                  ? html`<strong>${words.thisBrowser}</strong>`
                  : deviceOf(context, session)
              }
              <span class="soft">${since(dayOf(context, session.createdAt))}</span>
            </li>`,
        )}
      </ul>
      <form method="post" action="/auth/account/sign-out">
        <button>${words.signOut}</button>
      </form>
      ${
        others.length > 0
          ? html`<form method="post" action="/auth/account/sign-out-elsewhere">
              <button class="quiet">${words.signOutElsewhere}</button>
            </form>`
          : ""
      }`,
  });
}

function whoIs(context: Context, { email, platform }: Account): Markup {
  const words = wordsFor(context, sessionWords);
  return html`<dl>
    <dt>${words.mail}</dt>
    <dd>${email}</dd>
    ${
      platform.length > 0
        ? html`<dt>${words.role}</dt>
            <dd>${platform.map((role) => words.roles[role]).join(", ")}</dd>`
        : ""
    }
  </dl>`;
}

function waysOf(context: Context): Markup {
  const words = wordsFor(context, sessionWords);
  return html`<h2>${words.ways}</h2>
    <p>${words.waysAbout}</p>
    <ul>
      <li><a href="/auth/account/passkeys">${words.passkeys}</a></li>
      <li><a href="/auth/account/password">${words.password}</a></li>
      <li><a href="/auth/account/second-factor">${words.secondFactor}</a></li>
    </ul>
    <p><a href="/auth/account/keys">${words.apiKeys}</a></p>`;
}

const BROWSERS = ["Firefox", "Edg", "OPR", "Chrome", "Safari"];
const SYSTEMS = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];

/** As much of it as people recognise. */
function deviceOf(context: Context, { userAgent }: Session): string {
  const words = wordsFor(context, sessionWords);
  const found = [BROWSERS, SYSTEMS].map((names) =>
    names.find((name) => userAgent?.includes(name) ?? false),
  );
  const [browser, system] = found;
  if (browser === undefined) return words.another;
  const name = { Edg: "Edge", OPR: "Opera" }[browser] ?? browser;
  return system === undefined ? name : words.on(name, system);
}
