import type { Context } from "hono";
import { html } from "hono/html";
import { showPage } from "../layout/layout.page.ts";

/** Before somebody changes how they sign in, where it was long ago that they did. */
export const askToSignInAgain = (context: Context) =>
  showPage(context, {
    title: "Sign in once more",
    body: html`<p>
        To change how you sign in you must have signed in within the last quarter of an hour, so
        that nobody does it who only finds your browser open.
      </p>
      <p><a href="/auth/sign-in">Mail me a link</a></p>`,
  });
