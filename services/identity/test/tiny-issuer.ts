import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

interface Person {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
}

/** An issuer of OpenID Connect, as small as it gets: whoever comes is whom the test says. */
export class TinyIssuer {
  readonly clientId = "convene";
  readonly clientSecret = "known to both";
  /** Claims in place of the right ones. */
  wrong: Record<string, unknown> = {};
  /** How often it was asked for anything. */
  calls = 0;
  private readonly codes = new Map<string, { readonly person: Person; readonly nonce: string }>();

  private constructor(
    private readonly server: Server,
    private readonly keys: { readonly privateKey: CryptoKey; readonly publicJwk: JWK },
  ) {}

  static async open(): Promise<TinyIssuer> {
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    const publicJwk = { ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" };
    const server = createServer();
    const issuer = new TinyIssuer(server, { privateKey, publicJwk });
    server.on("request", (request, response) => {
      issuer.calls += 1;
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        void issuer
          .answer(request.url ?? "", Buffer.concat(chunks).toString())
          .then((told) =>
            response
              .writeHead(told ? 200 : 400, { "content-type": "application/json" })
              .end(JSON.stringify(told ?? { error: "invalid_grant" })),
          );
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Somebody signs in there. @returns the query by which the browser is sent back */
  consent(authorization: string, person: Person): string {
    const { searchParams: asked } = new URL(authorization);
    const code = `code-${this.codes.size}`;
    this.codes.set(code, { person, nonce: asked.get("nonce") ?? "" });
    return new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString();
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, "close");
  }

  private async answer(path: string, body: string): Promise<object | null> {
    if (path.startsWith("/.well-known/")) return this.description();
    if (path === "/jwks") return { keys: [this.keys.publicJwk] };
    const grant = this.codes.get(new URLSearchParams(body).get("code") ?? "");
    if (path !== "/token" || !grant) return null;
    const right = { ...grant.person, nonce: grant.nonce, iss: this.url, aud: this.clientId };
    const idToken = await new SignJWT({ ...right, ...this.wrong })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(this.keys.privateKey);
    return { access_token: "of no use", token_type: "Bearer", id_token: idToken };
  }

  private description() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }
}
