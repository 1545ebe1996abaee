import type { OpenIdIssuer } from "@convene/shared/open-id-issuer";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { signInWords } from "./sign-in.words.ts";
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
  const words = wordsFor(context, signInWords);
  return showPage(context, {
    title: words.title,
    status: problem ? 400 : 200,
    body: html`${problem ?? ""}
      <p class="soft">${words.about}</p>
      <form method="post" action="/auth/sign-in">
        ${field({ name: "email", label: words.address, type: "email", autocomplete: "email" })}
        <button>${wordsFor(context, layoutWords).mailMeALink}</button>
      </form>
      <p class="below">
        <a href="/auth/passkey">${words.withPasskey}</a> ·
        <a href="/auth/password">${words.withPassword}</a>
        ${issuer ? html`· <a href="/auth/issuer">${words.by(issuer.name)}</a>` : ""}
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
  const words = wordsFor(context, signInWords);
  const again = (problem: string) => askForAddress(context, null, alert(problem));
  const headers = new Headers(context.req.raw.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  const body = JSON.stringify({ email, ...(invitation && { metadata: { invitation } }) });
  const url = new URL("/auth/sign-in/magic-link", context.req.url);
  const { status } = await auth.handler(new Request(url, { method: "POST", headers, body }));
  if (status === 429) return again(words.tooOften);
  if (status === 400) return again(words.noAddress);
  if (status >= 300) return again(words.failed);
  return showPage(context, {
    title: words.sent,
    body: html`<p>${words.sentAbout}</p>
      <p class="soft">${words.notThere} <a href="/auth/sign-in">${words.tryAgain}</a>.</p>`,
  });
}

function askToEnter(context: Context) {
  const words = wordsFor(context, signInWords);
  return showPage(context, {
    title: words.title,
    body: html`<p>${words.oneMore}</p>
      <form method="post" action="/auth/link">
        <input type="hidden" name="token" value="${context.req.query("token") ?? ""}" />
        <input type="hidden" name="invitation" value="${context.req.query("invitation") ?? ""}" />
        <button autofocus>${words.enter}</button>
      </form>`,
  });
}

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
  const words = wordsFor(context, signInWords);
  return showPage(context, {
    title: words.over,
    status: answer.status === 429 ? 429 : 410,
    body: html`<p>${words.overAbout}</p>
      <p><a href="/auth/sign-in">${wordsFor(context, layoutWords).mailMeALink}</a></p>`,
  });
}

/** Whoever was on the way to accept an invitation goes on there. */
const pageFor = (invitation: unknown): string =>
  isInvitationId(invitation) ? `/auth/invitation?id=${invitation}` : ACCOUNT;
