import { createHash, randomBytes } from "node:crypto";
import { API_KEY_PREFIX } from "@convene/shared/auth-door";

/** So many of them that nobody guesses one, and a plain hash is enough to keep. */
const BYTES = 32;

/** How much of a key is kept as it is. */
const SHOWN = 4;

/** Begins so that programs which look for lost secrets know it. */
export const newApiKeySecret = (): string =>
  `${API_KEY_PREFIX}${randomBytes(BYTES).toString("base64url")}`;

export const apiKeyHash = (secret: string): string =>
  createHash("sha256").update(secret).digest("base64url");

export const apiKeyHint = (secret: string): string =>
  secret.slice(0, API_KEY_PREFIX.length + SHOWN);
