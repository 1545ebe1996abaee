import { importJWK, SignJWT } from "jose";
import { newId } from "@convene/shared/type-id";
import type { PlatformRole } from "@convene/shared/viewer";
import type { Secrets } from "../runtime/secrets.ts";

export const ISSUER = "convene";
export const AUDIENCE = "convene";

export interface TokenRequest {
  /** The person of the graph in whose name it speaks; null for none. */
  readonly person: string | null;
  readonly platform?: readonly PlatformRole[];
  /** Such as `8h` or `30d`. */
  readonly expiresIn: string;
}

/** An access token that the gateway of this data folder accepts: a JWT, EdDSA. */
export async function issueToken(
  { tokenKey }: Secrets,
  { person, platform = [], expiresIn }: TokenRequest,
): Promise<string> {
  const claims = { ...(person && { person }), ...(platform.length > 0 && { platform }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "EdDSA", kid: tokenKey.kid, typ: "at+jwt" })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(person === null ? newId("acc") : `acc_${person.slice("per_".length)}`)
    .setIssuedAt()
    .setExpirationTime(expiresIn)
    .sign(await importJWK(tokenKey, "EdDSA"));
}
