import type { RetentionRule } from "@convene/shared/retention/retention";
import { forgetEndedKeys } from "../api-key/api-key.service.ts";
import { forgetAttempts } from "../password/password-attempt.repository.ts";
import { forgetUsedCodes } from "../second-factor/used-code.repository.ts";
import { forgetEndedSessions } from "../session/session.service.ts";
import { forgetMailedLinks } from "../sign-in/sign-in.service.ts";

/** What of this service is kept so long and no longer. */
export const retention: readonly RetentionRule[] = [
  {
    what: "sessions, and links to sign in",
    kept: "until they end: a session 14 days after its last use, a link after 15 minutes",
    forget: ({ db }, now) => forgetEndedSessions(db, now),
  },
  {
    what: "API keys",
    kept: "30 days after their end",
    forget: ({ db }, now) => forgetEndedKeys(db, now),
  },
  {
    what: "how often a password was tried",
    kept: "15 minutes",
    forget: ({ db }, now) => forgetAttempts(db, now),
  },
  {
    what: "codes of apps that were used",
    kept: "2 minutes",
    forget: ({ db }, now) => forgetUsedCodes(db, now),
  },
  {
    what: "how often links were mailed to an address",
    kept: "1 day",
    forget: ({ db }, now) => forgetMailedLinks(db, now),
  },
];
