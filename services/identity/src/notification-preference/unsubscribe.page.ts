import type { MailLanguage } from "@convene/shared/mail/mail-language";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { showPage } from "../layout/layout.page.ts";
import { type Stop, stopOf } from "../notification/unsubscribe-token.value.ts";
import type { NotificationPreferenceService } from "./notification-preference.service.ts";
import { preferenceWords } from "./notification-preference.words.ts";

/**
 * What `List-Unsubscribe` leads to. A POST stops the mails, with no session and from anywhere: mail
 * programs send it (RFC 8058), and the token alone says whose they are. A GET only asks, since
 * programs that look for viruses follow every link.
 */
export function unsubscribePages(preferences: NotificationPreferenceService, key: string): Hono {
  const pages = new Hono();
  const told = (context: Context): Stop | null => stopOf(key, context.req.query("token") ?? "");
  pages.get("/unsubscribe", async (context) => {
    const stop = told(context);
    if (!stop) return refuse(context);
    const language = await languageOf(preferences, stop);
    const words = preferenceWords[language];
    const token = context.req.query("token") ?? "";
    return showPage(context, {
      title: words.stopTitle,
      language,
      body: html`<ul>
          ${stop.kinds.map((kind) => html`<li>${words[kind]}</li>`)}
        </ul>
        <form method="post" action="/auth/unsubscribe?token=${token}">
          <button>${words.stop}</button>
        </form>
        <p class="below"><a href="/auth/account/mail">${words.all}</a></p>`,
    });
  });
  pages.post("/unsubscribe", async (context) => {
    const stop = told(context);
    if (!stop) return refuse(context);
    await preferences.stop(stop);
    const language = await languageOf(preferences, stop);
    const words = preferenceWords[language];
    return showPage(context, {
      title: words.stopped,
      language,
      body: html`<p><a href="/auth/account/mail">${words.all}</a></p>`,
    });
  });
  return pages;
}

const languageOf = async (preferences: NotificationPreferenceService, { account }: Stop) =>
  (await preferences.ofAccount(account)).language as MailLanguage;

/** Nobody knows whose it would be: in the language of the browser. */
function refuse(context: Context) {
  const words = wordsFor(context, preferenceWords);
  return showPage(context, {
    title: words.bad,
    status: 404,
    body: html`<p><a href="/auth/account/mail">${words.all}</a></p>`,
  });
}
