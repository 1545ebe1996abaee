import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { passwordWords } from "./password.words.ts";
import { alert, field, formText, seeOther, showPage } from "../layout/layout.page.ts";
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
  readonly why: "wrong" | "tooOften";
}

function ask(context: Context, email: string, refusal?: Refusal) {
  const words = wordsFor(context, passwordWords);
  return showPage(context, {
    title: words.signIn,
    status: refusal?.status ?? 200,
    body: html`${refusal ? alert(words[refusal.why]) : ""}
      <form method="post" action="/auth/password">
        ${field({
          name: "email",
          label: words.address,
          type: "email",
          autocomplete: "username",
          value: email,
        })}
        ${field({
          name: "password",
          label: words.password,
          type: "password",
          autocomplete: "current-password",
        })}
        <button>${words.enter}</button>
      </form>
      <p class="below">${words.none} <a href="/auth/sign-in">${words.noneLink}</a></p>`,
  });
}

const WRONG: Refusal = { status: 400, why: "wrong" };
const TOO_OFTEN: Refusal = { status: 429, why: "tooOften" };

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
