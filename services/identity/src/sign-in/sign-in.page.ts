import type { OpenIdIssuer } from "@convene/shared/open-id-issuer";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { alert, field, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { ACCOUNT, type Auth, CLIENT_HEADER, goingOn } from "./sign-in.auth.ts";
import { isInvitationId } from "./sign-in-link.value.ts";

/** The form for a link by mail, and what such a link leads to. */
export function signInPages(auth: Auth, issuer: OpenIdIssuer | null): Hono {
  const pages = new Hono();
  pages.get("/sign-in", (context) => askForAddress(context, issuer));
  pages.post("/sign-in", async (context) => {
    const { email } = await context.req.parseBody();
    return mailLink(context, auth, { email: typeof email === "string" ? email.trim() : "" });
  });
  // Mail programs look at links by themselves: that must not use one up.
  pages.get("/link", (context) => askToEnter(context));
  pages.post("/link", (context) => enter(context, auth));
  return pages;
}

function askForAddress(context: Context, issuer: OpenIdIssuer | null, problem?: Markup) {
  return showPage(context, {
    title: "Sign in",
    status: problem ? 400 : 200,
    body: html`${problem ?? ""}
      <p class="soft">We mail you a link that signs you in. No password is needed.</p>
      <form method="post" action="/auth/sign-in">
        ${field({ name: "email", label: "Mail address", type: "email", autocomplete: "email" })}
        <button>Mail me a link</button>
      </form>
      <p class="below">
        Or <a href="/auth/passkey">with a passkey</a>, or
        <a href="/auth/password">with a password</a>${
          issuer ? html`, or <a href="/auth/issuer">by ${issuer.name}</a>` : ""
        }
      </p>`,
  });
}

export interface WantedLink {
  readonly email: string;
  /** The id of the invitation that is to be shown to whoever has signed in. */
  readonly invitation?: string;
}

/** By better-auth's own path, so that its limits hold here as well. */
export async function mailLink(context: Context, auth: Auth, { email, invitation }: WantedLink) {
  const again = (problem: string) => askForAddress(context, null, alert(problem));
  const headers = new Headers(context.req.raw.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  const body = JSON.stringify({ email, ...(invitation && { metadata: { invitation } }) });
  const url = new URL("/auth/sign-in/magic-link", context.req.url);
  const { status } = await auth.handler(new Request(url, { method: "POST", headers, body }));
  if (status === 429) {
    return again("That was too often. Wait a minute, and try again.");
  }
  if (status === 400) return again("That is no mail address.");
  if (status >= 300) return again("That did not work. Try again.");
  return showPage(context, {
    title: "Look into your mail",
    body: html`<p>
        If there is an account of this address, a link to sign in is on its way to it. It works
        once, and for 15 minutes.
      </p>
      <p class="soft">
        Nothing there after a few minutes? Look into the folder for spam, or
        <a href="/auth/sign-in">try again</a>.
      </p>`,
  });
}

const askToEnter = (context: Context) =>
  showPage(context, {
    title: "Sign in",
    body: html`<p>One more step: press the button, and you are in.</p>
      <form method="post" action="/auth/link">
        <input type="hidden" name="token" value="${context.req.query("token") ?? ""}" />
        <input type="hidden" name="invitation" value="${context.req.query("invitation") ?? ""}" />
        <button autofocus>Sign in</button>
      </form>`,
  });

async function enter(context: Context, auth: Auth) {
  const { token, invitation } = await context.req.parseBody();
  const url = new URL("/auth/magic-link/verify", context.req.url);
  url.searchParams.set("token", typeof token === "string" ? token : "");
  const headers = new Headers({ [CLIENT_HEADER]: context.req.header(CLIENT_HEADER) ?? "" });
  headers.set("user-agent", context.req.header("user-agent") ?? "");
  const answer = await auth.handler(new Request(url, { headers }));
  if (answer.status === 200) {
    const { location, cookies } = await goingOn(answer);
    const next = location === ACCOUNT ? pageFor(invitation) : location;
    return seeOther(context, next, cookies);
  }
  return showPage(context, {
    title: "This link does not work any more",
    status: answer.status === 429 ? 429 : 410,
    body: html`<p>A link works once, and for 15 minutes. Ask for a new one.</p>
      <p><a href="/auth/sign-in">Mail me a new link</a></p>`,
  });
}

/** Whoever was on the way to accept an invitation goes on there. */
const pageFor = (invitation: unknown): string =>
  isInvitationId(invitation) ? `/auth/invitation?id=${invitation}` : ACCOUNT;
