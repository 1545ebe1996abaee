import qrcode from "qrcode";
import { z } from "zod";
import type { Auth } from "../sign-in/sign-in.auth.ts";

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

/**
 * Puts it in force, or signs in after a link or a password.
 *
 * @returns the cookies of a session; null for a code that is not right
 */
export async function verifySecondFactor(
  auth: Auth,
  code: string,
  headers: Headers,
): Promise<readonly string[] | null> {
  const body = { code: code.replaceAll(/\s/g, "") };
  const answer = APP_CODE.test(body.code)
    ? await auth.api.verifyTOTP({ body, headers, asResponse: true })
    : await auth.api.verifyBackupCode({ body, headers, asResponse: true });
  return answer.ok ? answer.headers.getSetCookie() : null;
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
