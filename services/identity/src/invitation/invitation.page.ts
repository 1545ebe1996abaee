import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { field, formText, type Markup, seeOther, showPage } from "../layout/layout.page.ts";
import { type Auth, currentSession, openedSession } from "../sign-in/sign-in.auth.ts";
import { mailLink } from "../sign-in/sign-in.page.ts";
import { showOutcome, tellOver } from "./invitation-outcome.page.ts";
import type { FoundInvitation, InvitationClaim, InvitationService } from "./invitation.service.ts";

/** What the link of an invitation leads to. */
export function invitationPages(invitations: InvitationService, auth: Auth): Hono {
  const pages = new Hono();
  pages.get("/invitation", async (context) => {
    const { token = "", id = "" } = context.req.query();
    const claim = { token, id, by: await signedInAs(context, auth) };
    const found = await invitations.find(claim);
    return found ? show(context, found, { claim }) : tellOver(context);
  });
  pages.post("/invitation", (context) => accept(context, invitations, auth));
  return pages;
}

interface Given {
  readonly claim: InvitationClaim;
  readonly name?: string;
  readonly problem?: string;
}

function show(context: Context, found: FoundInvitation, given: Given) {
  const { invitation, stage } = found;
  switch (stage) {
    case "NO_ACCOUNT":
      return invite(context, found, { given, ask: askName(given), button: ACCEPT });
    case "OWN_ACCOUNT":
      return invite(context, found, { given, ask: html``, button: ACCEPT });
    case "OTHER_ACCOUNT":
      return invite(context, found, { given, ask: SIGN_IN_FIRST, button: "Mail me a link" });
    case "ACCEPTED":
    case "GRANTED":
    case "REFUSED":
      return showOutcome(context, invitation, stage);
  }
}

const ACCEPT = "Accept the invitation";

const SIGN_IN_FIRST = html`<p class="soft">
  This address has an account here already. To accept, sign in to it by a link that we mail there;
  it leads back to this page.
</p>`;

/** Whoever has no account agrees to the notice by having one made. */
const askName = ({ name, problem }: Given): Markup =>
  html`${nameField({ name, problem })}
    <p class="soft">
      By accepting you agree to what is done with your data: your name and address are kept for your
      account, you see, download and erase all that is held of you on its page, and nobody else sees
      you until you say so.
    </p>`;

const nameField = ({ name, problem }: Pick<Given, "name" | "problem">): Markup =>
  field({
    name: "name",
    label: "Your name",
    type: "text",
    autocomplete: "name",
    hint: "At first nobody but the organisation’s own people sees it.",
    value: name,
    problem,
  });

interface Asking {
  readonly given: Given;
  readonly ask: Markup;
  readonly button: string;
}

function invite(context: Context, { invitation }: FoundInvitation, asking: Asking) {
  const { network, organisation, email } = invitation;
  const { claim, problem } = asking.given;
  return showPage(context, {
    title: `Take part in ${network}`,
    status: problem === undefined ? 200 : 400,
    body: html`<p>
        Its secretariat invites you to take part for <strong>${organisation}</strong>. If you
        accept, the organisation’s record is yours: you can correct it, and bring colleagues in.
      </p>
      <dl>
        <dt>Account</dt>
        <dd>${email}</dd>
      </dl>
      <form method="post" action="/auth/invitation">
        <input type="hidden" name="token" value="${claim.token}" />
        <input type="hidden" name="id" value="${claim.id}" />
        ${asking.ask}
        <button>${asking.button}</button>
      </form>`,
  });
}

async function accept(context: Context, invitations: InvitationService, auth: Auth) {
  const form = await context.req.parseBody();
  const by = await signedInAs(context, auth);
  const claim = { token: formText(form, "token"), id: formText(form, "id"), by };
  const name = formText(form, "name");
  try {
    const found = await invitations.accept(claim, name);
    if (!found) return await tellOver(context);
    const { id, email } = found.invitation;
    if (found.stage === "OTHER_ACCOUNT") {
      return await mailLink(context, auth, { email, invitation: id });
    }
    const { made } = found;
    const cookies = made ? await openedSession(auth, made.id, context.req.raw.headers) : [];
    return seeOther(context, `/auth/invitation?${new URLSearchParams({ id }).toString()}`, cookies);
  } catch (error) {
    const isName = error instanceof AppError && error.extensions["field"] === "name";
    const found = isName ? await invitations.find(claim) : null;
    if (!isName || !found) throw error;
    return show(context, found, { claim, name, problem: error.message });
  }
}

const signedInAs = async (context: Context, auth: Auth): Promise<string | null> =>
  (await currentSession(auth, context.req.raw.headers))?.account ?? null;
