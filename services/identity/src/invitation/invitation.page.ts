import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import { invitationWords } from "./invitation.words.ts";
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
  readonly isWrong?: boolean;
}

function show(context: Context, found: FoundInvitation, given: Given) {
  const { invitation, stage } = found;
  const { accept: button, signInFirst } = wordsFor(context, invitationWords);
  switch (stage) {
    case "NO_ACCOUNT":
      return invite(context, found, { given, ask: askName(context, given), button });
    case "OWN_ACCOUNT":
      return invite(context, found, { given, ask: html``, button });
    case "OTHER_ACCOUNT":
      return invite(context, found, {
        given,
        ask: html`<p class="soft">${signInFirst}</p>`,
        button: wordsFor(context, layoutWords).mailMeALink,
      });
    case "ACCEPTED":
    case "GRANTED":
    case "REFUSED":
      return showOutcome(context, invitation, stage);
  }
}

/** Whoever has no account agrees to the notice by having one made. */
function askName(context: Context, given: Given): Markup {
  const { agreed } = wordsFor(context, invitationWords);
  return html`${nameField(context, given)}
    <p class="soft">${agreed}</p>`;
}

function nameField(context: Context, { name, isWrong }: Given): Markup {
  const words = wordsFor(context, invitationWords);
  return field({
    name: "name",
    label: words.name,
    type: "text",
    autocomplete: "name",
    hint: words.nameHint,
    value: name,
    problem: isWrong ? words.wrongName : undefined,
  });
}

interface Asking {
  readonly given: Given;
  readonly ask: Markup;
  readonly button: string;
}

function invite(context: Context, { invitation }: FoundInvitation, asking: Asking) {
  const { network, organisation, email } = invitation;
  const { claim, isWrong } = asking.given;
  const words = wordsFor(context, invitationWords);
  return showPage(context, {
    title: words.title(network),
    status: isWrong ? 400 : 200,
    body: html`<p>${words.about(organisation)}</p>
      <dl>
        <dt>${words.account}</dt>
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
    return show(context, found, { claim, name, isWrong: true });
  }
}

const signedInAs = async (context: Context, auth: Auth): Promise<string | null> =>
  (await currentSession(auth, context.req.raw.headers))?.account ?? null;
