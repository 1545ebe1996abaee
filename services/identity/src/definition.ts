import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { Accounts1900000000000 } from "../migrations/1900000000000-accounts.ts";
import { LimitsAndOutcomes1900000000090 } from "../migrations/1900000000090-limits-and-outcomes.ts";
import { Account } from "./account/account.entity.ts";
import { erasedPersonReplica } from "./account/erased-person.replica.ts";
import { AdministratorLink } from "./administrator-link/administrator-link.entity.ts";
import { Invitation } from "./invitation/invitation.entity.ts";
import { sendInvitation } from "./invitation/invitation.job.ts";
import { invitationReplica } from "./invitation/invitation.replica.ts";
import { permissions } from "./permissions.ts";
import { removal } from "./removal/removal.service.ts";
import { createSchema } from "./schema.ts";
import { Session } from "./session/session.entity.ts";
import { forgetEndedSessions } from "./session/session.service.ts";
import { MailedLink } from "./sign-in/mailed-link.entity.ts";
import { sendSignInLink } from "./sign-in/sign-in.job.ts";
import { forgetMailedLinks } from "./sign-in/sign-in.service.ts";

/** Who is asking: accounts, and how people sign in to them. */
export const identity: ServiceDefinition = {
  name: "identity",
  entities: [Account, Session, AdministratorLink, MailedLink, Invitation],
  migrations: [Accounts1900000000000, LimitsAndOutcomes1900000000090],
  replicas: [invitationReplica, erasedPersonReplica],
  permissions,
  removal,
  jobs: [sendSignInLink, sendInvitation],
  createSchema,
  createLoaders: () => ({}),
  // better-auth and the pages are large, and many a process never shows one.
  createAuth: async (parts) => (await import("./pages.ts")).createAuth(parts),
  daily: async ({ db }) => {
    await forgetEndedSessions(db);
    await forgetMailedLinks(db);
  },
};
