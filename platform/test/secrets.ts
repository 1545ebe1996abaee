import { exportJWK, generateKeyPair } from "jose";
import type { Secrets } from "../src/runtime/secrets.ts";

const SECRET = "a secret that only the tests of this repository know";

export async function testSecrets(): Promise<Secrets> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const key = await exportJWK(privateKey);
  const { x = "", d = "" } = key;
  return { secret: SECRET, tokenKey: { kty: "OKP", crv: "Ed25519", x, d, kid: "test" } };
}
