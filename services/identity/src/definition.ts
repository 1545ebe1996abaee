import { erasedKeys } from "@convene/shared/audit/erased-key.replica";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { Accounts1900000000000 } from "../migrations/1900000000000-accounts.ts";
import { ApiKeys1900000000010 } from "../migrations/1900000000010-api-keys.ts";
import { SessionRotation1900000000020 } from "../migrations/1900000000020-session-rotation.ts";
import { SigningKeys1900000000030 } from "../migrations/1900000000030-signing-keys.ts";
import { PasswordAttempts1900000000040 } from "../migrations/1900000000040-password-attempts.ts";
import { SecondFactors1900000000050 } from "../migrations/1900000000050-second-factors.ts";
import { Passkeys1900000000060 } from "../migrations/1900000000060-passkeys.ts";
import { LimitsAndOutcomes1900000000090 } from "../migrations/1900000000090-limits-and-outcomes.ts";
import { UsedCodes1900000000120 } from "../migrations/1900000000120-used-codes.ts";
import { Consents1900000000140 } from "../migrations/1900000000140-consents.ts";
import { Notifications1900000000200 } from "../migrations/1900000000200-notifications.ts";
import { Bounces1900000000210 } from "../migrations/1900000000210-bounces.ts";
import { InvitationStops1900000000230 } from "../migrations/1900000000230-invitation-stops.ts";
import { AdministratorsTold1900000000260 } from "../migrations/1900000000260-administrators-told.ts";
import { QuietHours1900000000290 } from "../migrations/1900000000290-quiet-hours.ts";
import { HeardZones1900000000460 } from "../migrations/1900000000460-heard-zones.ts";
import { PersonMail1900000000450 } from "../migrations/1900000000450-person-mail.ts";
import { SecurityChanges1900000000280 } from "../migrations/1900000000280-security-changes.ts";
import { audited } from "./audited.ts";
import { Account } from "./account/account.entity.ts";
import { AdministratorLink } from "./administrator-link/administrator-link.entity.ts";
import { ApiKey } from "./api-key/api-key.entity.ts";
import { BouncedAddress } from "./bounce/bounced-address.entity.ts";
import { Consent } from "./consent/consent.entity.ts";
import { erasedPersonReplica } from "./erasure/erased-person.replica.ts";
import { Invitation } from "./invitation/invitation.entity.ts";
import { sendInvitation } from "./invitation/invitation.job.ts";
import { invitationReplica } from "./invitation/invitation.replica.ts";
import { StoppedAddress } from "./invitation/stopped-address.entity.ts";
import { Notification } from "./notification/notification.entity.ts";
import { sendNotifications } from "./notification/notification.job.ts";
import { mailWhatIsLate } from "./notification/notification.service.ts";
import { heardZoneReplica } from "./notification-preference/heard-zone.replica.ts";
import { NotificationSetting } from "./notification-setting/notification-setting.entity.ts";
import { Notice } from "./notice/notice.entity.ts";
import { noticeReplicas } from "./notice/notice.replica.ts";
import { PasswordAttempt } from "./password/password-attempt.entity.ts";
import { permissions } from "./permissions.ts";
import { PersonMail } from "./person-mail/person-mail.entity.ts";
import { personMailReplica } from "./person-mail/person-mail.replica.ts";
import { PersonNews } from "./person-mail/person-news.entity.ts";
import { sendPersonNews } from "./person-news/person-news.job.ts";
import { personalData, subjectOf } from "./personal-data/personal-data.service.ts";
import { removal } from "./removal/removal.service.ts";
import { retention } from "./retention/retention.service.ts";
import { createSchema } from "./schema.ts";
import { SecurityChange } from "./security-notice/security-change.entity.ts";
import { sendSecurityNotice } from "./security-notice/security-notice.job.ts";
import { SecurityNotices } from "./security-notice/security-notice.service.ts";
import { Session } from "./session/session.entity.ts";
import { UsedCode } from "./second-factor/used-code.entity.ts";
import { SigningKey } from "./signing-key/signing-key.entity.ts";
import { SigningKeyService } from "./signing-key/signing-key.service.ts";
import { MailedLink } from "./sign-in/mailed-link.entity.ts";
import { sendSignInLink } from "./sign-in/sign-in.job.ts";

const erasedPeople = erasedKeys({ source: "stakeholders", type: "Person" });

/** Who is asking: accounts, and how people sign in to them. */
export const identity: ServiceDefinition = {
  name: "identity",
  entities: [
    ...[Account, Session, ApiKey, AdministratorLink, MailedLink],
    ...[Invitation, SigningKey, PasswordAttempt, UsedCode, Consent],
    ...[Notification, NotificationSetting, Notice, BouncedAddress, StoppedAddress],
    ...[SecurityChange, PersonMail, PersonNews],
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
    Consents1900000000140,
    Notifications1900000000200,
    Bounces1900000000210,
    InvitationStops1900000000230,
    AdministratorsTold1900000000260,
    SecurityChanges1900000000280,
    QuietHours1900000000290,
    PersonMail1900000000450,
    HeardZones1900000000460,
  ],
  replicas: [
    ...[invitationReplica, personMailReplica, erasedPersonReplica],
    ...[...noticeReplicas, heardZoneReplica, erasedPeople],
  ],
  permissions,
  audit: audited,
  // Gateways remember whom a cookie or a key speaks for, until they hear of it.
  live: { session: "account_id", api_key: "account_id", user_account: "id" },
  removal,
  personalData,
  subjectOf,
  retention,
  jobs: [sendSignInLink, sendInvitation, sendNotifications, sendPersonNews, sendSecurityNotice],
  createSchema,
  createLoaders: () => ({}),
  // better-auth and the pages are large, and many a process never shows one.
  createAuth: async (parts) => (await import("./pages.ts")).createAuth(parts),
  daily: async (parts) => {
    await new SigningKeyService(parts).rotate();
    await mailWhatIsLate(parts.transactions);
    await new SecurityNotices(parts).tellAll();
  },
};
