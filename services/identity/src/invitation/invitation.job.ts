import type { JobKind } from "@convene/shared/job/job-kind";
import { letterOf, sendLetter } from "@convene/shared/mail/mail-job";
import sql from "sql-template-tag";
import { z } from "zod";
import { languagesFor } from "../account/account-language.value.ts";
import { AccountService } from "../account/account.service.ts";
import { BounceService } from "../bounce/bounce.service.ts";
import { invitationMail } from "./invitation.mail.ts";
import { InvitationStopService } from "./invitation-stop.service.ts";
import { INVITATION_KEY, invitationToken } from "./invitation-token.value.ts";

const mailingSchema = z.object({ invitation: z.string(), mailing: z.number().int() });

interface Row {
  readonly network: string;
  readonly organisation: string;
  readonly email: string;
  readonly language: string | null;
  readonly day: string;
}

/** Mails an invitation, unless it was taken back, accepted, or mailed again meanwhile. */
export const sendInvitation: JobKind<z.infer<typeof mailingSchema>> = {
  name: "send-invitation",
  data: mailingSchema,
  retries: 15,
  retryDelay: 5,
  atOnce: 4,
  timeout: 120,
  run: async (parts, { invitation, mailing }, { id }) => {
    const { db, mail, site } = parts;
    const { text, values } = sql`
      SELECT network, organisation, email, language,
        to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
      FROM invitation
      WHERE id = ${invitation} AND mailings = ${mailing} AND NOT is_revoked AND outcome IS NULL
        AND accepted_at IS NULL AND expires_at > now()`;
    const [row] = await db.query<Row[]>(text, values);
    if (!row) return;
    const addressed = { id: invitation, email: row.email };
    const stops = new InvitationStopService(parts);
    const bounces = new BounceService(parts);
    if ((await stops.isStopped(addressed)) || (await bounces.find(row.email))) return;
    const token = invitationToken(site.keyFor(INVITATION_KEY), { invitation, mailing });
    const url = `${site.url()}/auth/invitation?${new URLSearchParams({ token }).toString()}`;
    const { network, organisation, email, language, day } = row;
    const account = await new AccountService(db).byEmail(email);
    const heard = language === null ? [] : [language];
    const to = { address: email, languages: languagesFor(account, heard) };
    const letter = letterOf(invitationMail, to, { network, organisation, day, url });
    await sendLetter(mail, {
      ...{ kind: invitationMail, letter, id },
      bounce: bounces.tokenFor(email),
      unsubscribe: stops.linkFor(addressed),
    });
  },
};
