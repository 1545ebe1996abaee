import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { languageOf } from "../layout/language.page.ts";
import { showPage } from "../layout/layout.page.ts";
import type { FoundStop, InvitationStopService } from "./invitation-stop.service.ts";
import { invitationStopWords } from "./invitation-stop.words.ts";

/**
 * What `List-Unsubscribe` of an invitation leads to, for people who have no account. A POST stops
 * them, from anywhere (RFC 8058): the token alone says to which address. A GET only asks.
 */
export function invitationStopPages(stops: InvitationStopService): Hono {
  const pages = new Hono();
  const tokenOf = (context: Context): string => context.req.query("token") ?? "";
  pages.get("/invitation/stop", async (context) => {
    const token = tokenOf(context);
    const found = await stops.find(token);
    return found ? ask(context, found, token) : refuse(context);
  });
  pages.post("/invitation/stop", async (context) => {
    const found = await stops.stop(tokenOf(context));
    return found ? tell(context, found) : refuse(context);
  });
  return pages;
}

function ask(context: Context, found: FoundStop, token: string) {
  const language = found.language ?? languageOf(context);
  const words = invitationStopWords[language];
  return showPage(context, {
    title: words.title,
    language,
    body: html`<p>${words.about}</p>
      <form method="post" action="/auth/invitation/stop?token=${token}">
        <button>${words.stop}</button>
      </form>`,
  });
}

function tell(context: Context, found: FoundStop) {
  const language = found.language ?? languageOf(context);
  const words = invitationStopWords[language];
  return showPage(context, {
    title: words.stopped,
    language,
    body: html`<p>${words.stoppedAbout}</p>`,
  });
}

function refuse(context: Context) {
  const words = invitationStopWords[languageOf(context)];
  return showPage(context, { title: words.bad, status: 404, body: html`<p>${words.badAbout}</p>` });
}
