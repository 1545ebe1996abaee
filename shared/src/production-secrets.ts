import { ConfigError } from "./config.ts";

/** The variables of a program that hold a secret, as far as it has them. */
export interface SecretVariables {
  readonly NODE_ENV: string;
  readonly CONVENE_SECRET?: string | undefined;
  readonly CONVENE_PREVIOUS_SECRET?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly SERVICE_DATABASE_URL?: string | undefined;
  readonly SMTP_URL?: string | undefined;
}

const OWN = ["CONVENE_SECRET", "CONVENE_PREVIOUS_SECRET"] as const;
const URLS = ["DATABASE_URL", "SERVICE_DATABASE_URL", "SMTP_URL"] as const;

/** What stands in examples, for somebody to put their own in its place. */
const PLACEHOLDER =
  /change.?(me|it|this)|replace|place.?holder|example|default|passw|secret|convene|insecure|12345678|abcdefgh/i;

/** Random letters hardly ever have fewer, also where they are the sixteen of hex. */
const DIFFERENT = 10;

/** By which databases and mail servers stand open to whoever tries the usual. */
const USUAL = ["", "postgres", "admin", "root", "guest", "letmein", "qwerty"];

const ADVICE = 'make one by "openssl rand -hex 32"';

/**
 * In production nobody runs Convene by a secret that others know, or could guess.
 *
 * @throws ConfigError which names each such variable, and shows none
 */
export function requireSoundSecrets(config: SecretVariables): void {
  if (config.NODE_ENV !== "production") return;
  const problems = [
    ...OWN.filter((name) => isWeak(config[name])).map(
      (name) => `${name} is not valid: it is a placeholder, or could be guessed: ${ADVICE}`,
    ),
    ...(isUsual(config.OIDC_CLIENT_SECRET)
      ? ["OIDC_CLIENT_SECRET is not valid: it is a placeholder"]
      : []),
    ...URLS.filter((name) => isUsual(passwordIn(config[name]))).map(
      (name) => `${name} is not valid: its password is one that everybody tries`,
    ),
  ];
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
}

/** For a start that would otherwise make its own. @throws ConfigError in production */
export function requireGivenSecret({ NODE_ENV, CONVENE_SECRET }: SecretVariables): void {
  if (NODE_ENV === "production" && CONVENE_SECRET === undefined) {
    throw new ConfigError(
      `CONVENE_SECRET is not set: in production it is not made by the start, ${ADVICE}`,
    );
  }
}

const isWeak = (secret: string | undefined): boolean =>
  secret !== undefined && (new Set(secret).size < DIFFERENT || PLACEHOLDER.test(secret));

/** Shorter than a secret of ours may be: so only the whole of it counts. */
const isUsual = (password: string | undefined): boolean =>
  password !== undefined &&
  (USUAL.includes(password.toLowerCase()) ||
    new RegExp(`^(${PLACEHOLDER.source})`, "i").test(password));

/** Undefined where none is given: then the server knows by something else who asks. */
function passwordIn(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { username, password } = new URL(url);
  if (password === "") return undefined;
  return password === username ? "" : decodeURIComponent(password);
}
