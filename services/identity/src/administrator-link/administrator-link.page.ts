import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { field, formText, seeOther, showPage } from "../layout/layout.page.ts";
import { type Auth, openedSession } from "../sign-in/sign-in.auth.ts";
import type { AdministratorLinkService, FirstAdministrator } from "./administrator-link.service.ts";

const FIELDS = ["name", "email"] as const;

interface Problem {
  readonly field: unknown;
  readonly message: string;
}

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

function askWho(context: Context, given: Partial<FirstAdministrator>, problem?: Problem) {
  const problemOf = (name: string) => (problem?.field === name ? problem.message : undefined);
  return showPage(context, {
    title: "The first administrator",
    status: problem ? 400 : 200,
    body: html`<p class="soft">
        This Convene has nobody yet. Whoever fills this in may do everything here, and invite the
        others.
      </p>
      <form method="post" action="/auth/administrator">
        <input type="hidden" name="token" value="${given.token ?? ""}" />
        ${field({
          name: "name",
          label: "Your name",
          type: "text",
          autocomplete: "name",
          value: given.name,
          problem: problemOf("name"),
        })}
        ${field({
          name: "email",
          label: "Your mail address",
          type: "email",
          autocomplete: "email",
          hint: "Links to sign in are mailed to it. Nobody else sees it.",
          value: given.email,
          problem: problemOf("email"),
        })}
        <button>Become the administrator</button>
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
    if (known === undefined || !(error instanceof AppError)) throw error;
    return askWho(context, given, { field, message: error.message });
  }
}

const tellOver = (context: Context) =>
  showPage(context, {
    title: "This link does not work any more",
    status: 410,
    body: html`<p>
        It works once, for a day, and only until there is an administrator; a newer link takes its
        place.
      </p>
      <p>
        Whoever runs this Convene makes a new one by <code>npm run admin</code>. If you have an
        account already, <a href="/auth/sign-in">sign in</a>.
      </p>`,
  });
