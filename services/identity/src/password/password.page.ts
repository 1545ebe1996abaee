import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import { wordsFor } from "../layout/language.page.ts";
import {
  backToAccount,
  field,
  formText,
  type Markup,
  seeOther,
  showPage,
} from "../layout/layout.page.ts";
import type { SecurityNotices } from "../security-notice/security-notice.service.ts";
import { isFresh } from "../sign-in/session-life.value.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import { askToSignInAgain } from "../sign-in/sign-in-again.page.ts";
import { dropPassword, hasPassword, isPassword, keepPassword } from "./password.auth.ts";
import type { PasswordAttempts } from "./password-attempt.repository.ts";
import { passwordWords } from "./password.words.ts";
import { type Weakness, weaknessOf } from "./password-strength.value.ts";

const PATH = "/auth/account/password";

export interface PasswordPagesParts {
  readonly auth: Auth;
  readonly accounts: AccountService;
  readonly attempts: PasswordAttempts;
  readonly notices: SecurityNotices;
}

/** One's own password: to set, to change and to remove it. */
export function passwordPages(parts: PasswordPagesParts): Hono {
  const pages = new Hono();
  pages.get("/account/password", async (context) => {
    const owner = await ownerOf(context, parts);
    return owner ? ask(context, owner) : seeOther(context, "/auth/sign-in");
  });
  pages.post("/account/password", async (context) => {
    const owner = await ownerOf(context, parts);
    return owner ? keep(context, owner, parts) : seeOther(context, "/auth/sign-in");
  });
  pages.post("/account/password/remove", async (context) => {
    const owner = await ownerOf(context, parts);
    if (owner?.isFresh && owner.hasOne) {
      await dropPassword(parts.auth, owner.account.id);
      await parts.notices.tellAll();
    }
    return seeOther(context, owner ? PATH : "/auth/sign-in");
  });
  return pages;
}

interface Owner {
  readonly account: Account;
  readonly hasOne: boolean;
  /** Whether they have signed in just now: then they need not know the one before. */
  readonly isFresh: boolean;
}

async function ownerOf(context: Context, { auth, accounts }: PasswordPagesParts) {
  const session = await currentSession(auth, context.req.raw.headers);
  const account = session && (await accounts.byId(session.account));
  if (!account) return null;
  const hasOne = await hasPassword(auth, account.id);
  return { account, hasOne, isFresh: isFresh(session.signedInAt) };
}

interface Problems {
  /** What was given as the one of now is not. */
  readonly current?: true;
  readonly password?: Weakness;
}

function ask(context: Context, owner: Owner, problems?: Problems) {
  const { hasOne } = owner;
  if (!hasOne && !owner.isFresh) return askToSignInAgain(context);
  const words = wordsFor(context, passwordWords);
  return showPage(context, {
    title: hasOne ? words.change : words.set,
    status: problems ? 400 : 200,
    body: html`<p class="soft">${words.about}</p>
      ${passwordForm(context, owner, problems)}
      ${
        hasOne && owner.isFresh
          ? html`<form method="post" action="${PATH}/remove">
              <button class="quiet">${words.remove}</button>
            </form>`
          : ""
      }
      ${backToAccount(context)}`,
  });
}

function passwordForm(context: Context, owner: Owner, problems?: Problems): Markup {
  const words = wordsFor(context, passwordWords);
  return html`<form method="post" action="${PATH}">
    <input type="hidden" name="username" autocomplete="username" value="${owner.account.email}" />
    ${
      owner.isFresh
        ? ""
        : field({
            name: "current",
            label: words.current,
            type: "password",
            autocomplete: "current-password",
            problem: problems?.current && words.wrongCurrent,
          })
    }
    ${field({
      name: "password",
      label: words.next,
      type: "password",
      autocomplete: "new-password",
      hint: words.hint,
      problem: problems?.password && words.weak[problems.password],
    })}
    <button>${owner.hasOne ? words.changeIt : words.setIt}</button>
  </form>`;
}

async function keep(context: Context, owner: Owner, parts: PasswordPagesParts) {
  const { auth, attempts, notices } = parts;
  if (!owner.hasOne && !owner.isFresh) return askToSignInAgain(context);
  const { id, name, email } = owner.account;
  const form = await context.req.parseBody();
  if (!owner.isFresh) {
    const trying = { email, client: null };
    const isRight =
      (await attempts.begin(trying)) && (await isPassword(auth, id, formText(form, "current")));
    if (!isRight) return ask(context, owner, { current: true });
    await attempts.succeeded(trying);
  }
  const password = formText(form, "password");
  const weakness = weaknessOf(password, [name, email, "Convene"]);
  if (weakness !== null) return ask(context, owner, { password: weakness });
  const { headers } = context.req.raw;
  const cookies = await keepPassword(auth, { account: id, password }, headers);
  await notices.tellAll();
  return seeOther(context, "/auth/account", cookies);
}
