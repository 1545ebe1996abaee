import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { passkeyWords } from "./passkey.words.ts";
import {
  backToAccount,
  dayOf,
  field,
  formText,
  type Markup,
  seeOther,
  showPage,
} from "../layout/layout.page.ts";
import type { SecurityNotices } from "../security-notice/security-notice.service.ts";
import { isFresh } from "../sign-in/session-life.value.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import { askToSignInAgain } from "../sign-in/sign-in-again.page.ts";
import { PASSKEY_SCRIPT } from "./passkey-script.page.ts";

const PATH = "/auth/account/passkeys";

/** Keys of people's devices: to sign in by, and, of one's own account, to add and take away. */
export function passkeyPages(auth: Auth, notices: SecurityNotices): Hono {
  const pages = new Hono();
  pages.post("/passkey/verify-registration", async ({ req }) => {
    const answer = await auth.handler(req.raw);
    await notices.tellAll();
    return answer;
  });
  pages.get("/passkey", (context) => askForPasskey(context));
  pages.get("/account/passkeys", async (context) => {
    const session = await currentSession(auth, context.req.raw.headers);
    if (!session) return seeOther(context, "/auth/sign-in");
    return isFresh(session.signedInAt) ? showOwn(context, auth) : askToSignInAgain(context);
  });
  pages.post("/account/passkeys/remove", async (context) => {
    const { headers } = context.req.raw;
    const session = await currentSession(auth, headers);
    if (!session) return seeOther(context, "/auth/sign-in");
    if (!isFresh(session.signedInAt)) return askToSignInAgain(context);
    const body = { id: formText(await context.req.parseBody(), "id") };
    await auth.api.deletePasskey({ body, headers, asResponse: true });
    await notices.tellAll();
    return seeOther(context, PATH);
  });
  return pages;
}

const problem = (message: string): Markup =>
  html`<p class="alert" role="alert" id="problem" hidden>${message}</p>`;

function askForPasskey(context: Context) {
  const words = wordsFor(context, passkeyWords);
  return showPage(context, {
    title: words.signIn,
    script: PASSKEY_SCRIPT,
    body: html`${problem(words.failedEnter)}
      <p class="soft">${words.asks}</p>
      <form method="post" data-passkey="enter"><button autofocus>${words.enter}</button></form>
      <p class="below">${words.none} <a href="/auth/sign-in">${words.noneLink}</a></p>`,
  });
}

async function showOwn(context: Context, auth: Auth) {
  const all = await auth.api.listPasskeys({ headers: context.req.raw.headers });
  const words = wordsFor(context, passkeyWords);
  const { since } = wordsFor(context, layoutWords);
  return showPage(context, {
    title: words.own,
    script: PASSKEY_SCRIPT,
    body: html`${problem(words.failedAdd)}
      <p class="soft">${words.about}</p>
      <ul>
        ${all.map(
          ({ id, name, createdAt }) =>
            html`<li>
              ${name ?? words.device}
              <span class="soft">${since(dayOf(context, createdAt))}</span>
              <form method="post" action="${PATH}/remove">
                <input type="hidden" name="id" value="${id}" />
                <button class="quiet">${words.remove}</button>
              </form>
            </li>`,
        )}
      </ul>
      <form method="post" data-passkey="register">
        ${field({ name: "name", label: words.name, type: "text", autocomplete: "off" })}
        <button>${words.add}</button>
      </form>
      ${backToAccount(context)}`,
  });
}
