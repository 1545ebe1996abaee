import qrcode from "qrcode";
import { z } from "zod";
import { type Auth, currentSession } from "../sign-in/sign-in.auth.ts";
import type { UsedCodes } from "./used-code.repository.ts";

/** An app's code; anything else is taken for one of the codes for emergencies. */
const APP_CODE = /^\d{6}$/;

export interface SecondFactorSetup {
  /** An SVG, to be put into a page. */
  readonly picture: string;
  /** For whoever cannot take a picture of it: base 32. */
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

/** Asked of the password of the account where it has one. */
interface Allowed {
  readonly headers: Headers;
  readonly password: string;
}

const setupSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** Not in force before a code has been given. Null where the password is not right. */
export async function beginSecondFactor(
  auth: Auth,
  { headers, password }: Allowed,
): Promise<SecondFactorSetup | null> {
  const body = { method: "totp" as const, ...(password !== "" && { password }) };
  const answer = await auth.api.enableTwoFactor({ body, headers, asResponse: true });
  if (!answer.ok) return null;
  const { totpURI, backupCodes } = setupSchema.parse(await answer.json());
  const picture = await qrcode.toString(totpURI, { type: "svg", margin: 1 });
  return { picture, secret: new URL(totpURI).searchParams.get("secret") ?? "", backupCodes };
}

export interface SecondFactorParts {
  readonly auth: Auth;
  readonly codes: UsedCodes;
}

const verifiedSchema = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

/**
 * Puts it in force, or signs in after a link or a password.
 *
 * @returns the cookies of a session; null for a code that is not right, or was used before
 */
export async function verifySecondFactor(
  { auth, codes }: SecondFactorParts,
  given: string,
  headers: Headers,
): Promise<readonly string[] | null> {
  const code = given.replaceAll(/\s/g, "");
  if (!APP_CODE.test(code)) {
    const answer = await auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true });
    return answer.ok ? answer.headers.getSetCookie() : null;
  }
  const before = await currentSession(auth, headers);
  const answer = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!answer.ok) return null;
  const { token, user } = verifiedSchema.parse(await answer.json());
  if (await codes.claim(user.id, code)) return answer.headers.getSetCookie();
  // better-auth takes a code as often as it is given, and has signed somebody in by it.
  if (!before) await (await auth.$context).internalAdapter.deleteSession(token);
  return null;
}

/** @returns the cookies of a session; null where the password is not right */
export async function endSecondFactor(
  auth: Auth,
  { headers, password }: Allowed,
): Promise<readonly string[] | null> {
  const body = password === "" ? {} : { password };
  const answer = await auth.api.disableTwoFactor({ body, headers, asResponse: true });
  return answer.ok ? answer.headers.getSetCookie() : null;
}
