import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import type { ErasureService } from "../erasure/erasure.service.ts";
import { agreements, sayIt } from "../consent/consent.page.ts";
import type { ConsentService } from "../consent/consent.service.ts";
import { wordsFor } from "../layout/language.page.ts";
import {
  backToAccount,
  field,
  formText,
  type Markup,
  seeOther,
  showPage,
} from "../layout/layout.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { isFresh } from "../sign-in/session-life.value.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import { askToSignInAgain } from "../sign-in/sign-in-again.page.ts";
import { personalDataWords } from "./personal-data.words.ts";

const PATH = "/auth/account/data";
const SIGN_IN = "/auth/sign-in";

export interface PersonalDataPagesParts {
  readonly auth: Auth;
  readonly accounts: AccountService;
  readonly consents: ConsentService;
  readonly erasure: ErasureService;
}

/** What is held of somebody: to take it along, and to have it erased. */
export function personalDataPages(parts: PersonalDataPagesParts): Hono {
  const pages = new Hono();
  pages.get("/account/data", async (context) => {
    const owner = await ownerOf(context, parts);
    return owner ? show(context, parts, { owner }) : seeOther(context, SIGN_IN);
  });
  pages.post("/account/data/consent", async (context) => {
    const owner = await ownerOf(context, parts);
    if (!owner) return seeOther(context, SIGN_IN);
    await sayIt(context, parts.consents, owner.account.id);
    return seeOther(context, PATH);
  });
  pages.post("/account/data/erase", async (context) => {
    const owner = await ownerOf(context, parts);
    return owner ? erase(context, owner, parts) : seeOther(context, SIGN_IN);
  });
  return pages;
}

interface Owner {
  readonly account: Account;
  /** Whether they have signed in just now. */
  readonly isFresh: boolean;
}

async function ownerOf(context: Context, { auth, accounts }: PersonalDataPagesParts) {
  const session = await currentSession(auth, context.req.raw.headers);
  const account = session && (await accounts.byId(session.account));
  return account && { account, isFresh: isFresh(session.signedInAt) };
}

interface Shown {
  readonly owner: Owner;
  /** Why what was typed is not right. */
  readonly problem?: string;
}

async function show(
  context: Context,
  { consents }: PersonalDataPagesParts,
  { owner: { account, isFresh: mayErase }, problem }: Shown,
) {
  const words = wordsFor(context, personalDataWords);
  const agreed = agreements(context, await consents.ofAccount(account.id), PATH);
  return showPage(context, {
    title: words.title,
    status: problem === undefined ? 200 : 400,
    body: html`<h2>${words.take}</h2>
      <p>${words.takeAbout}</p>
      <p><a href="/personal-data" download>${words.download}</a></p>
      ${agreed}
      <h2>${words.erasure}</h2>
      <p>${words.erasureAbout}</p>
      ${mayErase ? eraseForm(context, problem) : signInFirst(context)} ${backToAccount(context)}`,
  });
}

const signInFirst = (context: Context): Markup =>
  html`<p>
    ${wordsFor(context, personalDataWords).signInFirst}
    <a href="${SIGN_IN}">${wordsFor(context, layoutWords).mailMeALink}</a>
  </p>`;

function eraseForm(context: Context, problem?: string): Markup {
  const words = wordsFor(context, personalDataWords);
  return html`<form method="post" action="${PATH}/erase">
    ${field({ name: "email", label: words.email, type: "email", autocomplete: "off", problem })}
    <button class="danger">${words.erase}</button>
  </form>`;
}

async function erase(context: Context, owner: Owner, parts: PersonalDataPagesParts) {
  const { auth, erasure } = parts;
  const words = wordsFor(context, personalDataWords);
  if (!owner.isFresh) return askToSignInAgain(context);
  const typed = formText(await context.req.parseBody(), "email");
  if (typed.trim().toLowerCase() !== owner.account.email) {
    return show(context, parts, { owner, problem: words.wrongEmail });
  }
  try {
    await erasure.erase(owner.account.id);
  } catch (err) {
    if (err instanceof AppError) return show(context, parts, { owner, problem: err.message });
    throw err;
  }
  const { headers } = context.req.raw;
  const { headers: signedOut } = await auth.api.signOut({ headers, asResponse: true });
  for (const cookie of signedOut.getSetCookie()) {
    context.header("set-cookie", cookie, { append: true });
  }
  return showPage(context, {
    title: words.erased,
    body: html`<p>${words.erasedAbout}</p>`,
  });
}
