import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import { languageOf } from "../layout/language.page.ts";
import { dayOf, seeOther, showPage } from "../layout/layout.page.ts";
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
  const others = all.filter(({ id }) => id !== current);
  return showPage(context, {
    title: `Hello, ${account.name}`,
    body: html`<dl>
        <dt>Mail</dt>
        <dd>${account.email}</dd>
        ${
          account.platform.length > 0
            ? html`<dt>Role</dt>
                <dd>${account.platform.map((role) => TITLES[role]).join(", ")}</dd>`
            : ""
        }
      </dl>
      ${WAYS}
      <h2>Where you are signed in</h2>
      <ul>
        ${all.map(
          (session) =>
            html`<li>
              ${session.id === current ? html`<strong>This browser</strong>` : deviceOf(session)}
              <span class="soft">since ${dayOf(session.createdAt)}</span>
            </li>`,
        )}
      </ul>
      <form method="post" action="/auth/account/sign-out">
        <button>Sign out</button>
      </form>
      ${
        others.length > 0
          ? html`<form method="post" action="/auth/account/sign-out-elsewhere">
              <button class="quiet">Sign out everywhere else</button>
            </form>`
          : ""
      }`,
  });
}

const WAYS = html`<h2>How you sign in</h2>
  <p>
    By a link that we mail you; also by a <a href="/auth/account/passkeys">passkey</a> or a
    <a href="/auth/account/password">password</a>, if you wish. A
    <a href="/auth/account/second-factor">code of an app</a> can be asked for as well.
  </p>`;

const TITLES: Readonly<Record<string, string>> = {
  ADMIN: "Administrator",
  MODERATOR: "Moderator",
  REVIEWER: "Reviewer",
};

const BROWSERS = ["Firefox", "Edg", "OPR", "Chrome", "Safari"];
const SYSTEMS = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];

/** As much of it as people recognise. */
function deviceOf({ userAgent }: Session): string {
  const found = [BROWSERS, SYSTEMS].map((names) =>
    names.find((name) => userAgent?.includes(name) ?? false),
  );
  const [browser, system] = found;
  if (browser === undefined) return "Another program";
  const name = { Edg: "Edge", OPR: "Opera" }[browser] ?? browser;
  return system === undefined ? name : `${name} on ${system}`;
}
