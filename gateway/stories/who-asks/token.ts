import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type { TokenOptions } from "../../src/viewer/access-token.ts";

export interface TokenMaker {
  readonly options: TokenOptions;
  /** A token that the gateway accepts, but for what is given. */
  readonly token: (claims?: JWTPayload) => Promise<string>;
}

const HOUR = 3_600;

export async function makeTokens(): Promise<TokenMaker> {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA");
  const key = { ...(await exportJWK(publicKey)), kid: "one", alg: "EdDSA", use: "sig" };
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: "convene", aud: "convene", sub: "acc_1", iat: now, exp: now + HOUR };
  return {
    options: { issuer: "convene", keys: { keys: [key] } },
    token: (claims = {}) =>
      new SignJWT({ ...usual, ...claims })
        .setProtectedHeader({ alg: "EdDSA", kid: "one", typ: "at+jwt" })
        .sign(privateKey),
  };
}
