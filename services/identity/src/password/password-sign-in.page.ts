import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { alert, field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { type Auth, CLIENT_HEADER } from "../sign-in/sign-in.auth.ts";
import { signedInByPassword } from "./password.auth.ts";
import type { PasswordAttempts } from "./password-attempt.repository.ts";
import { LONGEST_PASSWORD } from "./password-strength.value.ts";

export interface PasswordSignInParts {
  readonly auth: Auth;
  readonly attempts: PasswordAttempts;
}

/** For those who have set a password. */
export function passwordSignInPages(parts: PasswordSignInParts): Hono {
  const pages = new Hono();
  pages.get("/password", (context) => ask(context, ""));
  pages.post("/password", (context) => enter(context, parts));
  return pages;
}

interface Refusal {
  readonly status: 400 | 429;
  readonly message: Markup;
}

function ask(context: Context, email: string, refusal?: Refusal) {
  return showPage(context, {
    title: "Sign in with a password",
    status: refusal?.status ?? 200,
    body: html`${refusal?.message ?? ""}
      <form method="post" action="/auth/password">
        ${field({
          name: "email",
          label: "Mail address",
          type: "email",
          autocomplete: "username",
          value: email,
        })}
        ${field({
          name: "password",
          label: "Password",
          type: "password",
          autocomplete: "current-password",
        })}
        <button>Sign in</button>
      </form>
      <p class="below">
        No password, or forgotten? <a href="/auth/sign-in">Have a link mailed to you</a>
      </p>`,
  });
}

const WRONG: Refusal = {
  status: 400,
  message: alert(
    "This address and this password do not go together. Accounts have a password only once somebody has set one.",
  ),
};

const TOO_OFTEN: Refusal = {
  status: 429,
  message: alert(
    "That was tried too often. Wait a quarter of an hour, or have a link mailed to you.",
  ),
};

async function enter(context: Context, { auth, attempts }: PasswordSignInParts) {
  const form = await context.req.parseBody();
  const email = formText(form, "email");
  const password = formText(form, "password");
  if (password.length > LONGEST_PASSWORD) return ask(context, email, WRONG);
  const trying = { email, client: context.req.header(CLIENT_HEADER) || null };
  if (!(await attempts.begin(trying))) return ask(context, email, TOO_OFTEN);
  const { headers } = context.req.raw;
  const next = await signedInByPassword(auth, { email, password }, headers);
  if (!next) return ask(context, email, WRONG);
  await attempts.succeeded(trying);
  return seeOther(context, next.location, next.cookies);
}
