import type { Context } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { showPage } from "../layout/layout.page.ts";
import { layoutWords } from "../layout/layout.words.ts";

/** Before somebody changes how they sign in, where it was long ago that they did. */
export function askToSignInAgain(context: Context) {
  const words = wordsFor(context, layoutWords);
  return showPage(context, {
    title: words.again,
    body: html`<p>${words.againWhy}</p>
      <p><a href="/auth/sign-in">${words.mailMeALink}</a></p>`,
  });
}
