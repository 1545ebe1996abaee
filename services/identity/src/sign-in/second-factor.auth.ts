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
 * Codes of an app. better-auth asks for them after a password alone; here also after what else
 * signs in, since whoever reads somebody's mail, say, could come in by it.
 *
 * @param paths of better-auth, after which a code is asked for
 */
export const secondFactorAfter = (...paths: readonly string[]) => ({
  ...plugin,
  hooks: {
    after: plugin.hooks.after.map((hook) => ({
      ...hook,
      matcher: (context: { readonly path?: string | undefined }) =>
        context.path !== undefined && paths.includes(context.path),
    })),
  },
});
