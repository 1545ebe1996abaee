import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { alert, field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { type SecondFactorParts, verifySecondFactor } from "./second-factor.auth.ts";

/** What is asked after a link or a password of those who have set up an app. */
export function secondFactorSignInPages(parts: SecondFactorParts): Hono {
  const pages = new Hono();
  pages.get("/second-factor", (context) => ask(context));
  pages.post("/second-factor", async (context) => {
    const code = formText(await context.req.parseBody(), "code");
    const cookies = await verifySecondFactor(parts, code, context.req.raw.headers);
    return cookies ? seeOther(context, "/auth/account", cookies) : ask(context, WRONG);
  });
  return pages;
}

const WRONG = alert(
  "That is not the code, or not any more. After five tries begin anew; after ten, a quarter of an hour later.",
);

const ask = (context: Context, problem?: Markup) =>
  showPage(context, {
    title: "One more code",
    status: problem ? 400 : 200,
    body: html`${problem ?? ""}
      <form method="post" action="/auth/second-factor">
        ${field({
          name: "code",
          label: "The code that your app shows",
          type: "text",
          autocomplete: "one-time-code",
          hint: "Without your phone: one of the codes for emergencies.",
        })}
        <button>Sign in</button>
      </form>
      <p class="below"><a href="/auth/sign-in">Begin anew</a></p>`,
  });
