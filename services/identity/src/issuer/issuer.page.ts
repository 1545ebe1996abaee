import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { z } from "zod";
import { wordsFor } from "../layout/language.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { issuerWords } from "./issuer.words.ts";
import { seeOther, showPage } from "../layout/layout.page.ts";
import type { SecurityNotices } from "../security-notice/security-notice.service.ts";
import { ACCOUNT, goingOn } from "../sign-in/sign-in.auth.ts";
import { type IssuerAuth, type IssuerConnection, PROVIDER } from "./issuer.auth.ts";

const REFUSED = "/auth/issuer/refused";

/** To the issuer of OpenID Connect, and back. */
export function issuerPages(connection: IssuerConnection, notices: SecurityNotices): Hono {
  const pages = new Hono();
  pages.get("/issuer", (context) => leave(context, connection));
  pages.get("/issuer/refused", (context) => tellRefused(context));
  pages.get(`/callback/${PROVIDER}`, async (context) => {
    const auth = await connection.open();
    if (!auth) return tellAway(context);
    const answer = await comeBack(context, auth);
    await notices.tellAll();
    return answer;
  });
  return pages;
}

async function leave(context: Context, connection: IssuerConnection) {
  const auth = await connection.open();
  if (!auth) return connection.issuer ? tellAway(context) : context.notFound();
  const body = {
    provider: PROVIDER,
    callbackURL: "/auth/account",
    errorCallbackURL: REFUSED,
    disableRedirect: true,
  };
  const { headers } = context.req.raw;
  const answer = await auth.api.signInSocial({ body, headers, asResponse: true });
  if (!answer.ok) return tellAway(context);
  const { url } = z.object({ url: z.url() }).parse(await answer.json());
  return seeOther(context, url, answer.headers.getSetCookie());
}

/** To the account, or to the code of an app where the account asks for one. */
async function comeBack(context: Context, auth: IssuerAuth) {
  const answer = await auth.handler(context.req.raw);
  const { location, cookies } = await goingOn(answer.clone());
  return location === ACCOUNT ? answer : seeOther(context, location, cookies);
}

const tellAway = (context: Context) => tell(context, 503);
const tellRefused = (context: Context) => tell(context, 403);

function tell(context: Context, status: 403 | 503) {
  const words = wordsFor(context, issuerWords);
  const isAway = status === 503;
  return showPage(context, {
    title: isAway ? words.away : words.refused,
    status,
    body: html`<p>${isAway ? words.awayAbout : words.refusedAbout}</p>
      <p><a href="/auth/sign-in">${wordsFor(context, layoutWords).mailMeALink}</a></p>`,
  });
}
