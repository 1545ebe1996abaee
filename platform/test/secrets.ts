import { exportJWK, generateKeyPair } from "jose";
import type { Secrets } from "../src/runtime/secrets.ts";

/** As good as one in production: services run as processes in these tests take no other. */
const SECRET = "5b1f0c9e7d3a4826b9e0d417c6a2f85391de7b0a6c48f2e31d97a5b80c64fe12";

export async function testSecrets(): Promise<Secrets> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const key = await exportJWK(privateKey);
  const { x = "", d = "" } = key;
  return { secret: SECRET, tokenKey: { kty: "OKP", crv: "Ed25519", x, d, kid: "test" } };
}
