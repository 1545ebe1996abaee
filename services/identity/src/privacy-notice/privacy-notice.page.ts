import { Hono } from "hono";
import { html } from "hono/html";
import { NOTICE_VERSION } from "../consent/consent.service.ts";
import { wordsFor } from "../layout/language.page.ts";
import { showPage } from "../layout/layout.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { privacyNoticeWords } from "./privacy-notice.words.ts";

/** What people agree to have read, for everybody: whoever is invited reads it before they accept. */
export function privacyNoticePages(): Hono {
  const pages = new Hono();
  pages.get("/privacy", (context) => {
    const words = wordsFor(context, privacyNoticeWords);
    return showPage(context, {
      title: wordsFor(context, layoutWords).privacy,
      body: html`<p class="soft"><bdi dir="ltr">${NOTICE_VERSION}</bdi></p>
        ${words.map((paragraph) => html`<p>${paragraph}</p>`)}
        <p class="below">
          <a href="/auth/account/data">${wordsFor(context, layoutWords).toData}</a>
        </p>`,
    });
  });
  return pages;
}
