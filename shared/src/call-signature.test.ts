import { createHmac } from "node:crypto";
import { decodeJwt, jwtVerify, SignJWT, UnsecuredJWT } from "jose";
import { CALL_LIFETIME, CallRefused, createCallVerifier, signCall } from "./call-signature.ts";
import { systemViewer, type Viewer } from "./viewer.ts";

const secret = "a secret that is longer than thirty-two bytes";
const audience = "meetings";
const content = { method: "POST", path: "/graphql?wait=1", body: '{"query":"{ a }"}' };
const viewer: Viewer = {
  ...systemViewer,
  id: "acc_01h2xcejqtf2nbrexx3vqjhp41",
  organisations: [{ id: "org_01h2xcejqtf2nbrexx3vqjhp41", role: "EDITOR" }],
};
const sign = (changes: Partial<Parameters<typeof signCall>[0]> = {}) =>
  signCall({ secret, audience, viewer, requestId: "req-1", ...content, ...changes });
const verifier = () => createCallVerifier({ secret, audience });

beforeEach(() => {
  jest.useFakeTimers().setSystemTime(1_800_000_000_000);
});
afterEach(() => {
  jest.useRealTimers();
});

describe("a signed call", () => {
  it("carries the viewer and the request id", () => {
    expect(verifier()({ ...content, header: sign() })).toEqual({
      viewer,
      requestId: "req-1",
      client: null,
    });
  });

  it("may be anonymous, and have no body", () => {
    const get = { method: "GET", path: "/internal/claims?person=per_1" };
    const header = sign({ ...get, body: undefined, viewer: null });
    expect(verifier()({ ...get, header }).viewer).toBeNull();
  });

  it("signs bytes and text alike", () => {
    const call = { ...content, body: Buffer.from(content.body), header: sign() };
    expect(verifier()(call).requestId).toBe("req-1");
  });

  it("is a JWT that another library verifies", async () => {
    const { payload } = await jwtVerify(sign(), Buffer.from(secret), {
      algorithms: ["HS256"],
      audience,
      typ: "convene-call+jwt",
    });
    expect(payload).toMatchObject({ htm: "POST", htu: content.path, requestId: "req-1" });
  });

  it("is accepted under the previous secret while secrets are replaced", () => {
    const verify = createCallVerifier({ secret: "n".repeat(32), previousSecret: secret, audience });
    expect(verify({ ...content, header: sign() }).requestId).toBe("req-1");
  });

  it("is still good at the end of its life when the clocks differ a little", () => {
    const header = sign();
    jest.advanceTimersByTime((CALL_LIFETIME + 4) * 1000);
    expect(verifier()({ ...content, header }).requestId).toBe("req-1");
  });
});

describe("a call is refused", () => {
  it.each([
    ["without a signature", () => undefined, "not signed"],
    ["with two signatures", () => [sign(), sign()], "not signed"],
    ["with an empty signature", () => "", "another form"],
    ["with something else", () => "Bearer token", "another form"],
    ["with a fourth part", () => `${sign()}.x`, "another form"],
    ["signed with another secret", () => sign({ secret: "b".repeat(40) }), "does not fit"],
    ["whose signature was cut", () => sign().slice(0, -4), "does not fit"],
    ["meant for another service", () => sign({ audience: "practices" }), "meant for practices"],
    ["of another method", () => sign({ method: "GET" }), "The method"],
    ["of another path", () => sign({ path: "/internal/changes?wait=1" }), "The path"],
    ["of another query string", () => sign({ path: "/graphql?wait=2" }), "query string"],
    ["of another body", () => sign({ body: '{"query":"{ b }"}' }), "The body"],
    ["of no body", () => sign({ body: undefined }), "The body"],
  ])("%s", (_, header, reason) => {
    expect(() => verifier()({ ...content, header: header() })).toThrow(reason);
  });

  it("when it came before, and only then", () => {
    const verify = verifier();
    const header = sign();
    verify({ ...content, header });
    expect(() => verify({ ...content, header })).toThrow("It came before");
    expect(verify({ ...content, header: sign() }).requestId).toBe("req-1");
  });

  it("when it is too old", () => {
    const header = sign();
    jest.advanceTimersByTime((CALL_LIFETIME + 5) * 1000);
    expect(() => verifier()({ ...content, header })).toThrow("It is too old");
  });

  it("when it comes from the future", () => {
    jest.setSystemTime(Date.now() + 60_000);
    const header = sign();
    jest.setSystemTime(Date.now() - 60_000);
    expect(() => verifier()({ ...content, header })).toThrow("It comes from the future");
  });

  it("when it would be good for too long", () => {
    const header = forge({ ...decodeJwt(sign()), exp: Date.now() / 1000 + 3600 });
    expect(() => verifier()({ ...content, header })).toThrow("good for too long");
  });

  it("when its viewer is of another form", () => {
    const header = forge({ ...decodeJwt(sign()), viewer: { id: "acc_1", kind: "root" } });
    expect(() => verifier()({ ...content, header })).toThrow("The claims are of another form");
  });

  it("when its payload is no JSON", () => {
    const [head = ""] = sign().split(".");
    const header = withMac(`${head}.${Buffer.from("{").toString("base64url")}`);
    expect(() => verifier()({ ...content, header })).toThrow("The claims are of another form");
  });
});

describe("no algorithm is negotiated", () => {
  it("refuses alg none", () => {
    const header = new UnsecuredJWT(decodeJwt(sign())).encode();
    expect(() => verifier()({ ...content, header })).toThrow(CallRefused);
    const [, payload = ""] = sign().split(".");
    expect(() => verifier()({ ...content, header: header + payload })).toThrow(CallRefused);
  });

  it("refuses another HMAC under the right secret", async () => {
    const header = await new SignJWT(decodeJwt(sign()))
      .setProtectedHeader({ alg: "HS512" })
      .sign(Buffer.from(secret.padEnd(64, "x")));
    expect(() => verifier()({ ...content, header })).toThrow(CallRefused);
  });
});

it("refuses a secret of fewer than 32 bytes on both sides", () => {
  expect(() => sign({ secret: "short" })).toThrow("at least 32 bytes");
  expect(() => createCallVerifier({ secret: "short", audience })).toThrow("at least 32 bytes");
});

/** What only the holder of the secret could make. */
function forge(claims: object): string {
  const [head = ""] = sign().split(".");
  return withMac(`${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`);
}

const withMac = (signed: string): string =>
  `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
