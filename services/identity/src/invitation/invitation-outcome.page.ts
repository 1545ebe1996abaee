import type { Context } from "hono";
import { html } from "hono/html";
import { showPage } from "../layout/layout.page.ts";
import type { Invitation } from "./invitation.entity.ts";

/** What came of an invitation, for whoever has accepted it. */
export function showOutcome(
  context: Context,
  { network, organisation }: Invitation,
  stage: "ACCEPTED" | "GRANTED" | "REFUSED",
) {
  const title = {
    ACCEPTED: "One moment more",
    GRANTED: `Welcome to ${network}`,
    REFUSED: "This did not work out",
  }[stage];
  const words = {
    ACCEPTED: html`<p>
      You have accepted the invitation for <strong>${organisation}</strong>. It is being written
      down; load this page again to see what came of it.
    </p>`,
    GRANTED: html`<p>
      <strong>${organisation}</strong> is yours to look after: you can correct its record, say who
      sees it, and bring colleagues in.
    </p>`,
    REFUSED: html`<p>
        You have an account, but <strong>${organisation}</strong> was not given to you: somebody
        else looks after its record already, or the invitation was taken back, or the organisation
        is not in the network any more.
      </p>
      <p>Ask your colleagues, or the secretariat of ${network}.</p>`,
  }[stage];
  return showPage(context, {
    title,
    body: html`${words}
      <p><a href="/auth/account">To your account</a></p>`,
  });
}

export const tellOver = (context: Context) =>
  showPage(context, {
    title: "This invitation does not work any more",
    status: 410,
    body: html`<p>
        It works once, for 30 days, until a newer mail takes its place, the secretariat takes it
        back, or somebody else has accepted for the organisation. Ask the secretariat for a new one.
      </p>
      <p>Have you accepted it before? Then <a href="/auth/sign-in">sign in</a>.</p>`,
  });
