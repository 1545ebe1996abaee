import type { Context } from "hono";
import { html } from "hono/html";
import { wordsFor } from "../layout/language.page.ts";
import { showPage } from "../layout/layout.page.ts";
import { layoutWords } from "../layout/layout.words.ts";
import type { Invitation } from "./invitation.entity.ts";
import { invitationWords } from "./invitation.words.ts";
import { outcomeWords } from "./invitation-outcome.words.ts";

/** What came of an invitation, for whoever has accepted it. */
export function showOutcome(
  context: Context,
  { network, organisation }: Invitation,
  stage: "ACCEPTED" | "GRANTED" | "REFUSED",
) {
  const words = wordsFor(context, outcomeWords);
  const { title, about } = {
    ACCEPTED: { title: words.accepted, about: words.acceptedAbout(organisation) },
    GRANTED: { title: words.granted(network), about: words.grantedAbout(organisation) },
    REFUSED: { title: words.refused, about: words.refusedAbout(organisation) },
  }[stage];
  return showPage(context, {
    title,
    body: html`<p>${about}</p>
      ${stage === "REFUSED" ? html`<p>${words.askOthers(network)}</p>` : ""}
      <p><a href="/auth/account">${wordsFor(context, layoutWords).toAccount}</a></p>`,
  });
}

export function tellOver(context: Context) {
  const words = wordsFor(context, invitationWords);
  return showPage(context, {
    title: words.over,
    status: 410,
    body: html`<p>${words.overAbout}</p>
      <p><a href="/auth/sign-in">${words.acceptedBefore}</a></p>`,
  });
}
