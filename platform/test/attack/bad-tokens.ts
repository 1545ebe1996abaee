import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from "node:crypto";
import { exportJWK, SignJWT } from "jose";
import type { Secrets } from "../../src/runtime/secrets.ts";
import { AUDIENCE, ISSUER } from "../../src/token/access-token.ts";

type Header = Readonly<Record<string, unknown>>;
type Made = string | Promise<string>;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

const claims = (more: object = {}) => ({
  iss: ISSUER,
  aud: AUDIENCE,
  sub: "acc_attacker",
  exp: inAnHour(),
  platform: ["ADMIN"],
  ...more,
});

/** As it would be without a signature. */
const bare = (header: Header, body: object = claims()): string =>
  `${encode(header)}.${encode(body)}`;

const unsigned = (header: Header): string => `${bare(header)}.`;

/** A token by which somebody would be administrator who is not, by the name of the trick. */
export function badTokens({ tokenKey }: Secrets): Readonly<Record<string, () => Made>> {
  const { kid, x } = tokenKey;
  const pem = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" })
    .export({ format: "pem", type: "spki" })
    .toString();
  const hmac = (key: string | Buffer, alg: "HS256" | "HS512", more: Header = {}) => {
    const head = bare({ alg, kid, typ: "JWT", ...more });
    const hash = alg === "HS256" ? "sha256" : "sha512";
    return `${head}.${createHmac(hash, key).update(head).digest("base64url")}`;
  };
  const signingKey = createPrivateKey({ key: { ...tokenKey }, format: "jwk" });
  const own = (header: Header, body: object = claims()) => {
    const head = bare({ alg: "EdDSA", kid, ...header }, body);
    return `${head}.${sign(null, Buffer.from(head), signingKey).toString("base64url")}`;
  };
  const stolen = async (header: (jwk: object) => Header, alg: "EdDSA" | "RS256" = "EdDSA") => {
    const pair =
      alg === "EdDSA"
        ? generateKeyPairSync("ed25519")
        : generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = await exportJWK(pair.publicKey);
    return new SignJWT({ ...claims() })
      .setProtectedHeader({ alg, kid, ...header(jwk) })
      .sign(pair.privateKey);
  };
  return {
    "alg: none": () => unsigned({ alg: "none" }),
    "alg: None": () => unsigned({ alg: "None", kid }),
    "alg: nOnE, with its kid": () => unsigned({ alg: "nOnE", kid }),
    "no alg": () => unsigned({ kid }),
    "an empty signature": () => unsigned({ alg: "EdDSA", kid }),
    "HS256 by the public key as text": () => hmac(x, "HS256"),
    "HS256 by the public key as bytes": () => hmac(Buffer.from(x, "base64url"), "HS256"),
    "HS256 by the public key as PEM": () => hmac(pem, "HS256"),
    "HS512 by the public key as PEM": () => hmac(pem, "HS512"),
    "HS256 by nothing": () => hmac("", "HS256"),
    "RS256 by another key under this kid": () => stolen(() => ({}), "RS256"),
    "EdDSA by another key under this kid": () => stolen(() => ({})),
    "a key of its own in the header": () => stolen((jwk) => ({ jwk })),
    "the address of its own keys": () => stolen(() => ({ jku: "http://127.0.0.1:9/keys" })),
    "the address of its own certificate": () => stolen(() => ({ x5u: "http://127.0.0.1:9/x" })),
    "a kid that is a path": () => hmac("", "HS256", { kid: "../../../../dev/null" }),
    "a kid that is SQL": () => hmac("x", "HS256", { kid: "x' UNION SELECT 'x' --" }),
    "a kid that is a prototype": () => stolen(() => ({ kid: "__proto__" })),
    "a kid that is no text": () => unsigned({ alg: "EdDSA", kid: { $ne: null } }),
    "an extension that must be understood": () => own({ crit: ["b64"], b64: false }),
    "another audience": () => own({}, claims({ aud: "elsewhere" })),
    "another issuer": () => own({}, claims({ iss: "https://evil.example" })),
    "the issuer of people's tokens": () => own({}, claims({ iss: "convene-identity" })),
    "an end that is over": () => own({}, claims({ exp: 1 })),
    "no end": () => own({}, claims({ exp: undefined })),
    "an end that is a text": () => `${bare({ alg: "EdDSA", kid }, claims({ exp: "9e9" }))}.AA`,
    "a beginning that is not yet": () => own({}, claims({ nbf: inAnHour() })),
    "a role that there is not": () => own({}, claims({ platform: ["ROOT"] })),
    "a person that is none": () => own({}, claims({ person: "org_x" })),
    "no subject": () => own({}, claims({ sub: "" })),
    "too much": () => own({}, claims({ filler: "x".repeat(5_000) })),
    "more parts": () => `${own({})}.more`,
    "a newline": () => "a.b.c%0d%0ax-admin: 1",
    "an API key that was guessed": () => `cnv_${"A".repeat(43)}`,
  };
}
