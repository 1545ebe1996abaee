import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { secondFactorWords } from "./second-factor.words.ts";
import { alert, field, formText, seeOther, showPage } from "../layout/layout.page.ts";
import { type SecondFactorParts, verifySecondFactor } from "./second-factor.auth.ts";

/** What is asked after a link or a password of those who have set up an app. */
export function secondFactorSignInPages(parts: SecondFactorParts): Hono {
  const pages = new Hono();
  pages.get("/second-factor", (context) => ask(context));
  pages.post("/second-factor", async (context) => {
    const code = formText(await context.req.parseBody(), "code");
    const cookies = await verifySecondFactor(parts, code, context.req.raw.headers);
    return cookies ? seeOther(context, "/auth/account", cookies) : ask(context, true);
  });
  return pages;
}

function ask(context: Context, isWrong = false) {
  const words = wordsFor(context, secondFactorWords);
  return showPage(context, {
    title: words.askTitle,
    status: isWrong ? 400 : 200,
    body: html`${isWrong ? alert(words.wrongCode) : ""}
      <form method="post" action="/auth/second-factor">
        ${field({
          name: "code",
          label: words.code,
          type: "text",
          autocomplete: "one-time-code",
          hint: words.askHint,
        })}
        <button>${words.enter}</button>
      </form>
      <p class="below"><a href="/auth/sign-in">${words.anew}</a></p>`,
  });
}
