/** What of the ways to sign in to an account, or to ask in its name, its owner is told of. */
export const SECURITY_CHANGES = [
  "PASSWORD_SET",
  "PASSWORD_REMOVED",
  "ISSUER_TIED",
  "PASSKEY_ADDED",
  "PASSKEY_REMOVED",
  "SECOND_FACTOR_ON",
  "SECOND_FACTOR_OFF",
  "API_KEY_MADE",
  "API_KEY_ENDED",
] as const;

export type SecurityChange = (typeof SECURITY_CHANGES)[number];
