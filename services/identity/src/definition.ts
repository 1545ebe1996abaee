import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { Accounts1900000000000 } from "../migrations/1900000000000-accounts.ts";
import { LimitsAndOutcomes1900000000090 } from "../migrations/1900000000090-limits-and-outcomes.ts";
import { ApiKeys1900000000010 } from "../migrations/1900000000010-api-keys.ts";
import { SessionRotation1900000000020 } from "../migrations/1900000000020-session-rotation.ts";
import { SigningKeys1900000000030 } from "../migrations/1900000000030-signing-keys.ts";
import { PasswordAttempts1900000000040 } from "../migrations/1900000000040-password-attempts.ts";
import { SecondFactors1900000000050 } from "../migrations/1900000000050-second-factors.ts";
import { Passkeys1900000000060 } from "../migrations/1900000000060-passkeys.ts";
import { UsedCodes1900000000120 } from "../migrations/1900000000120-used-codes.ts";
import { Account } from "./account/account.entity.ts";
import { erasedPersonReplica } from "./account/erased-person.replica.ts";
import { AdministratorLink } from "./administrator-link/administrator-link.entity.ts";
import { ApiKey } from "./api-key/api-key.entity.ts";
import { forgetEndedKeys } from "./api-key/api-key.service.ts";
import { Invitation } from "./invitation/invitation.entity.ts";
import { sendInvitation } from "./invitation/invitation.job.ts";
import { invitationReplica } from "./invitation/invitation.replica.ts";
import { PasswordAttempt } from "./password/password-attempt.entity.ts";
import { forgetAttempts } from "./password/password-attempt.repository.ts";
import { permissions } from "./permissions.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";
import { sendSecurityNotice } from "./security-notice/security-notice.job.ts";
import { Session } from "./session/session.entity.ts";
import { forgetEndedSessions } from "./session/session.service.ts";
import { MailedLink } from "./sign-in/mailed-link.entity.ts";
import { forgetUsedCodes } from "./second-factor/used-code.repository.ts";
import { UsedCode } from "./second-factor/used-code.entity.ts";
import { SigningKey } from "./signing-key/signing-key.entity.ts";
import { SigningKeyService } from "./signing-key/signing-key.service.ts";
import { sendSignInLink } from "./sign-in/sign-in.job.ts";
import { forgetMailedLinks } from "./sign-in/sign-in.service.ts";

/** Who is asking: accounts, and how people sign in to them. */
export const identity: ServiceDefinition = {
  name: "identity",
  entities: [
    ...[Account, Session, ApiKey, AdministratorLink, MailedLink],
    ...[Invitation, SigningKey, PasswordAttempt, UsedCode],
  ],
  migrations: [
    Accounts1900000000000,
    ApiKeys1900000000010,
    SessionRotation1900000000020,
    SigningKeys1900000000030,
    PasswordAttempts1900000000040,
    SecondFactors1900000000050,
    Passkeys1900000000060,
    LimitsAndOutcomes1900000000090,
    UsedCodes1900000000120,
  ],
  replicas: [invitationReplica, erasedPersonReplica],
  permissions,
  removal,
  jobs: [sendSignInLink, sendInvitation, sendSecurityNotice],
  createSchema,
  createLoaders: () => ({}),
  // better-auth and the pages are large, and many a process never shows one.
  createAuth: async (parts) => (await import("./pages.ts")).createAuth(parts),
  daily: async (parts) => {
    await forgetEndedSessions(parts.db);
    await forgetEndedKeys(parts.db);
    await forgetAttempts(parts.db);
    await forgetUsedCodes(parts.db);
    await new SigningKeyService(parts).rotate();
    await forgetMailedLinks(parts.db);
  },
};
