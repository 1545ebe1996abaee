import type { AuditRules } from "@convene/shared/audit/audit-rules";

/**
 * How somebody signs in is theirs. What is secret is not recorded at all, nor what is noted at every
 * use; a link that is mailed is no record, and of a session it counts that it began and ended.
 */
export const audited: AuditRules = {
  apart: [
    ...["verification", "mailed_link", "password_attempt", "used_code"],
    // What is only on its way into a mail.
    ...["notice", "notification", "person_news", "security_change"],
    // Read from another service.
    "person_mail",
  ],
  tables: {
    user_account: {
      subject: "person_id",
      personal: ["name", "email", "image", "language"],
      ends: ["id", "person_id"],
    },
    session: {
      subject: "account_id",
      actor: "account_id",
      personal: ["user_agent"],
      unrecorded: ["token", "ip_address", "updated_at", "expires_at", "rotated_at"],
    },
    credential: {
      subject: "account_id",
      personal: ["provider_account_id"],
      unrecorded: ["access_token", "refresh_token", "id_token", "password"],
    },
    api_key: {
      subject: "account_id",
      personal: ["name"],
      unrecorded: ["secret_hash", "last_used_at"],
    },
    second_factor: {
      subject: "account_id",
      unrecorded: ["secret", "backup_codes", "failed_verification_count", "locked_until"],
    },
    passkey: {
      subject: "account_id",
      personal: ["name"],
      unrecorded: ["credential_id", "public_key", "counter"],
    },
    administrator_link: { unrecorded: ["token_hash"] },
    signing_key: { unrecorded: ["sealed_private_key"] },
    consent: { subject: "account_id", personal: ["user_agent"] },
    notification_setting: {
      key: ["account_id"],
      subject: "account_id",
      personal: ["language", "time_zone", "frequencies", "quiet_from", "quiet_until"],
    },
    invitation: { personal: ["email"], ends: ["id"] },
  },
};
