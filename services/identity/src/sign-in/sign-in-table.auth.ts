import type { BetterAuthOptions } from "better-auth";
import { FRESH, LONGEST_SESSION } from "./session-life.value.ts";

const times = { createdAt: "created_at", updatedAt: "updated_at", expiresAt: "expires_at" };

/** Nobody signs up by themselves: accounts are made by a link, in this service's transactions. */
export const tables = {
  user: {
    modelName: "user_account",
    fields: {
      emailVerified: "email_verified",
      createdAt: times.createdAt,
      updatedAt: times.updatedAt,
    },
    additionalFields: {
      personId: { type: "string", required: true, input: false, fieldName: "person_id" },
    },
  },
  session: {
    // The cookie lasts as long as a session can; when that ends, its row says. What is used is
    // kept by this service, within bounds that better-auth does not have.
    expiresIn: LONGEST_SESSION / 1000,
    disableSessionRefresh: true,
    freshAge: FRESH / 1000,
    fields: { ...times, userId: "account_id", userAgent: "user_agent", ipAddress: "ip_address" },
  },
  account: {
    modelName: "credential",
    fields: {
      createdAt: times.createdAt,
      updatedAt: times.updatedAt,
      userId: "account_id",
      accountId: "provider_account_id",
      providerId: "provider_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
    },
  },
  verification: { fields: times },
} satisfies BetterAuthOptions;
