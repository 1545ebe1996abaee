import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Account } from "../account/account.entity.ts";
import type { AccountService } from "../account/account.service.ts";
import type { ErasureService } from "../erasure/erasure.service.ts";
import { agreements, sayIt } from "../consent/consent.page.ts";
import type { ConsentService } from "../consent/consent.service.ts";
import { field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { isFresh } from "../sign-in/session-life.value.ts";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import { askToSignInAgain } from "../sign-in/sign-in-again.page.ts";

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
  const agreed = agreements(context, await consents.ofAccount(account.id), PATH);
  return showPage(context, {
    title: "Your data",
    status: problem === undefined ? 200 : 400,
    body: html`<h2>Take it along</h2>
      <p>
        One file (JSON) with all that is held of you: your profile and who may see it, roles, seats,
        attendance, sessions and keys. No secrets are in it.
      </p>
      <p><a href="/personal-data" download>Download your data</a></p>
      ${agreed}
      <h2>Be erased</h2>
      <p>
        Your account and your profile go at once and for good, with your name, your address and your
        keys. What a group has agreed stays: its minutes and seats say which organisation was there,
        and no longer that it was you. Nobody can undo this.
      </p>
      ${mayErase ? ERASE(problem) : SIGN_IN_FIRST}
      <p class="below"><a href="/auth/account">Back to your account</a></p>`,
  });
}

const SIGN_IN_FIRST = html`<p>
  For this you must have signed in within the last quarter of an hour.
  <a href="${SIGN_IN}">Mail me a link</a>
</p>`;

const ERASE = (problem?: string): Markup =>
  html`<form method="post" action="${PATH}/erase">
    ${field({
      name: "email",
      label: "To be sure: your mail address",
      type: "email",
      autocomplete: "off",
      problem,
    })}
    <button>Erase me</button>
  </form>`;

async function erase(context: Context, owner: Owner, parts: PersonalDataPagesParts) {
  const { auth, erasure } = parts;
  if (!owner.isFresh) return askToSignInAgain(context);
  const typed = formText(await context.req.parseBody(), "email");
  if (typed.trim().toLowerCase() !== owner.account.email) {
    const problem = "This is not the address of your account.";
    return show(context, parts, { owner, problem });
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
    title: "You are erased",
    body: html`<p>
      Your account is gone, and within a minute everything else that says who you were. Mails that
      were sent to you lie in your own mailbox alone.
    </p>`,
  });
}
