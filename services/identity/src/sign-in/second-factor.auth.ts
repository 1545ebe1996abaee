import { twoFactor } from "better-auth/plugins/two-factor";

const plugin = twoFactor({
  issuer: "Convene",
  // Most accounts have no password: then a session of just now is asked for instead.
  allowPasswordless: true,
  schema: {
    user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
    twoFactor: {
      modelName: "second_factor",
      fields: {
        userId: "account_id",
        backupCodes: "backup_codes",
        failedVerificationCount: "failed_verification_count",
        lockedUntil: "locked_until",
      },
    },
  },
});

/**
 * Codes of an app. better-auth asks for them after a password alone; here also after a link, since
 * whoever reads somebody's mail could come in by it.
 */
export const secondFactor = {
  ...plugin,
  hooks: {
    after: plugin.hooks.after.map((hook) => ({
      ...hook,
      matcher: (context: { readonly path?: string | undefined }) =>
        context.path === "/sign-in/email" || context.path === "/magic-link/verify",
    })),
  },
};
