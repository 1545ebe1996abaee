import type { JobKind } from "@convene/shared/job/job-kind";
import { letterOf, sendLetter } from "@convene/shared/mail/mail-job";
import { z } from "zod";
import { languagesFor } from "../account/account-language.value.ts";
import { AccountService } from "../account/account.service.ts";
import { BounceService } from "../bounce/bounce.service.ts";
import { signInMail } from "./sign-in.mail.ts";
import { signInToken } from "./sign-in-link.value.ts";

const requestSchema = z.object({
  email: z.string(),
  nonce: z.string(),
  languages: z.array(z.string()),
  /** The id of an invitation to which it leads back. */
  invitation: z.string().nullable().default(null),
});

/** The purpose of the key by which tokens are made. */
export const SIGN_IN_KEY = "sign-in-link";

/**
 * Mails a link to sign in. Whether there is such an account is looked up only here, so that whoever
 * asks for a link cannot tell, neither by the answer nor by the time that it takes.
 */
export const sendSignInLink: JobKind<z.infer<typeof requestSchema>> = {
  name: "send-sign-in-link",
  data: requestSchema,
  retries: 5,
  timeout: 120,
  atOnce: 4,
  run: async ({ db, mail, site }, { email, nonce, languages: heard, invitation }, { id }) => {
    const account = await new AccountService(db).byEmail(email);
    if (!account) return;
    const token = signInToken(site.keyFor(SIGN_IN_KEY), nonce);
    const query = new URLSearchParams({ token, ...(invitation !== null && { invitation }) });
    const url = `${site.url()}/auth/link?${query.toString()}`;
    const { name } = account;
    // Heard for this mail alone: who asked for it is not known yet.
    const to = { address: account.email, name, languages: languagesFor(account, heard) };
    const letter = letterOf(signInMail, to, { name, url });
    // Also where mail came back before: somebody asks for it, and it may arrive again.
    const bounce = new BounceService({ db, site }).tokenFor(account.email);
    await sendLetter(mail, { kind: signInMail, letter, id, bounce });
  },
};
