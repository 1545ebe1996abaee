import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { dayOf, field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
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
    const session = answer.ok ? await currentSession(auth, req.raw.headers) : null;
    if (session) await notices.tell(session.account, "PASSKEY_ADDED");
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
    const answer = await auth.api.deletePasskey({ body, headers, asResponse: true });
    if (answer.ok) await notices.tell(session.account, "PASSKEY_REMOVED");
    return seeOther(context, PATH);
  });
  return pages;
}

const problem = (message: string): Markup =>
  html`<p class="alert" role="alert" id="problem" hidden>${message}</p>`;

const askForPasskey = (context: Context) =>
  showPage(context, {
    title: "Sign in with a passkey",
    script: PASSKEY_SCRIPT,
    body: html`${problem("That did not work. Is it the device on which you made the passkey?")}
      <p class="soft">Your device asks for your finger, your face or its PIN.</p>
      <form method="post" data-passkey="enter"><button autofocus>Sign in</button></form>
      <p class="below">No passkey here? <a href="/auth/sign-in">Have a link mailed to you</a></p>`,
  });

async function showOwn(context: Context, auth: Auth) {
  const all = await auth.api.listPasskeys({ headers: context.req.raw.headers });
  return showPage(context, {
    title: "Your passkeys",
    script: PASSKEY_SCRIPT,
    body: html`${problem("That did not work. Perhaps this device has a passkey already.")}
      <p class="soft">
        With a passkey you sign in by your finger, your face or the PIN of your device. Nothing can
        be read out of a mail, or typed into a false page.
      </p>
      <ul>
        ${all.map(
          ({ id, name, createdAt }) =>
            html`<li>
              ${name ?? "A device"}
              <span class="soft">since ${dayOf(createdAt)}</span>
              <form method="post" action="${PATH}/remove">
                <input type="hidden" name="id" value="${id}" />
                <button class="quiet">Take away</button>
              </form>
            </li>`,
        )}
      </ul>
      <form method="post" data-passkey="register">
        ${field({ name: "name", label: "Name of this device", type: "text", autocomplete: "off" })}
        <button>Add this device</button>
      </form>
      <p class="below"><a href="/auth/account">Back to your account</a></p>`,
  });
}
