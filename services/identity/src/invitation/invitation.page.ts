import { AppError } from "@convene/shared/errors";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { field, formText, seeOther, showPage } from "../layout/layout.page.ts";
import { type Auth, openedSession } from "../sign-in/sign-in.auth.ts";
import type { InvitationService, OpenInvitation } from "./invitation.service.ts";

/** What the link of an invitation leads to. */
export function invitationPages(invitations: InvitationService, auth: Auth): Hono {
  const pages = new Hono();
  pages.get("/invitation", async (context) => {
    const token = context.req.query("token") ?? "";
    const open = await invitations.find(token);
    return open ? invite(context, open, { token }) : tellOver(context);
  });
  pages.post("/invitation", (context) => accept(context, invitations, auth));
  return pages;
}

interface Given {
  readonly token: string;
  readonly name?: string;
  readonly problem?: string;
}

function invite(context: Context, { invitation, account }: OpenInvitation, given: Given) {
  const { network, organisation, email } = invitation;
  return showPage(context, {
    title: `Take part in ${network}`,
    status: given.problem === undefined ? 200 : 400,
    body: html`<p>
        Its secretariat invites you to take part for <strong>${organisation}</strong>. If you
        accept, the organisation’s record is yours: you can correct it, and bring colleagues in.
      </p>
      <dl>
        <dt>Account</dt>
        <dd>${email}</dd>
      </dl>
      <form method="post" action="/auth/invitation">
        <input type="hidden" name="token" value="${given.token}" />
        ${
          account
            ? html`<p class="soft">You have an account here already, as ${account.name}.</p>`
            : field({
                name: "name",
                label: "Your name",
                type: "text",
                autocomplete: "name",
                hint: "At first nobody but the organisation’s own people sees it.",
                value: given.name,
                problem: given.problem,
              })
        }
        <button>Accept the invitation</button>
      </form>`,
  });
}

async function accept(context: Context, invitations: InvitationService, auth: Auth) {
  const form = await context.req.parseBody();
  const given = { token: formText(form, "token"), name: formText(form, "name") };
  try {
    const account = await invitations.accept(given);
    if (!account) return await tellOver(context);
    // A link alone is not enough to come in there.
    if (account.twoFactorEnabled) return seeOther(context, "/auth/sign-in");
    const cookies = await openedSession(auth, account.id, context.req.raw.headers);
    return seeOther(context, "/auth/account", cookies);
  } catch (error) {
    const isName = error instanceof AppError && error.extensions["field"] === "name";
    const open = isName ? await invitations.find(given.token) : null;
    if (!isName || !open) throw error;
    return invite(context, open, { ...given, problem: error.message });
  }
}

const tellOver = (context: Context) =>
  showPage(context, {
    title: "This invitation does not work any more",
    status: 410,
    body: html`<p>
        It works once, for 30 days, and until the secretariat takes it back. Ask the secretariat for
        a new one.
      </p>
      <p>Have you accepted it before? Then <a href="/auth/sign-in">sign in</a>.</p>`,
  });
