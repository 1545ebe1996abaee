import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { administratorWords } from "./administrator-link.words.ts";
import { field, formText, seeOther, showPage } from "../layout/layout.page.ts";
import { type Auth, openedSession } from "../sign-in/sign-in.auth.ts";
import type { AdministratorLinkService, FirstAdministrator } from "./administrator-link.service.ts";

const FIELDS = ["name", "email"] as const;

type WrongField = (typeof FIELDS)[number];

/** What the link leads to that a new Convene prints. */
export function administratorPages(links: AdministratorLinkService, auth: Auth): Hono {
  const pages = new Hono();
  pages.get("/administrator", async (context) => {
    const token = context.req.query("token") ?? "";
    return (await links.isGood(token)) ? askWho(context, { token }) : tellOver(context);
  });
  pages.post("/administrator", (context) => become(context, links, auth));
  return pages;
}

function askWho(context: Context, given: Partial<FirstAdministrator>, wrong?: WrongField) {
  const words = wordsFor(context, administratorWords);
  return showPage(context, {
    title: words.title,
    status: wrong ? 400 : 200,
    body: html`<p class="soft">${words.about}</p>
      <form method="post" action="/auth/administrator">
        <input type="hidden" name="token" value="${given.token ?? ""}" />
        ${field({
          name: "name",
          label: words.name,
          type: "text",
          autocomplete: "name",
          value: given.name,
          problem: wrong === "name" ? words.wrongName : undefined,
        })}
        ${field({
          name: "email",
          label: words.email,
          type: "email",
          autocomplete: "email",
          hint: words.emailHint,
          value: given.email,
          problem: wrong === "email" ? words.wrongEmail : undefined,
        })}
        <button>${words.become}</button>
      </form>`,
  });
}

async function become(context: Context, links: AdministratorLinkService, auth: Auth) {
  const form = await context.req.parseBody();
  const given = {
    token: formText(form, "token"),
    name: formText(form, "name"),
    email: formText(form, "email"),
  };
  try {
    const account = await links.use(given);
    if (!account) return await tellOver(context);
    const cookies = await openedSession(auth, account.id, context.req.raw.headers);
    return seeOther(context, "/auth/account", cookies);
  } catch (error) {
    const field = error instanceof AppError ? error.extensions["field"] : null;
    const known = FIELDS.find((name) => name === field);
    if (known === undefined) throw error;
    return askWho(context, given, known);
  }
}

function tellOver(context: Context) {
  const words = wordsFor(context, administratorWords);
  return showPage(context, {
    title: words.over,
    status: 410,
    body: html`<p>${words.overAbout}</p>
      <p>${words.overCommand} <code dir="ltr">npm run admin</code></p>
      <p><a href="/auth/sign-in">${words.signIn}</a></p>`,
  });
}
