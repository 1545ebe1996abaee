import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

interface Asked {
  readonly challenge: string;
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const text = (data: Buffer | string) => Buffer.from(data).toString("base64url");

/** User present, user verified, and, when it is made, that the key is told. */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const TELLS_KEY = 0x40;

/** A device with one passkey (WebAuthn, ES256), as a browser would pass its answers on. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  private counter = 0;
  /** Whether whoever holds it has unlocked it. */
  isUnlocked = true;

  constructor(
    private readonly origin: string,
    private readonly domain = new URL(origin).hostname,
  ) {}

  register({ challenge }: Asked) {
    const { x = "", y = "" } = this.keys.publicKey.export({ format: "jwk" });
    // A COSE key: EC2, ES256, P-256, x and y.
    const key = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y, "base64url"),
    ]);
    const length = Buffer.from([0, this.id.length]);
    const data = Buffer.concat([this.data(TELLS_KEY), Buffer.alloc(16), length, this.id, key]);
    // CBOR: { fmt: "none", attStmt: {}, authData }.
    const attestation = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    return this.answer({
      attestationObject: text(attestation),
      clientDataJSON: text(this.client("webauthn.create", challenge)),
      transports: ["internal"],
    });
  }

  enter({ challenge }: Asked) {
    this.counter += 1;
    const data = this.data();
    const client = this.client("webauthn.get", challenge);
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.keys.privateKey);
    return this.answer({
      authenticatorData: text(data),
      clientDataJSON: text(client),
      signature: text(signature),
    });
  }

  private answer(response: object) {
    const id = text(this.id);
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  private client(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false });
  }

  private data(more = 0): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = PRESENT | (this.isUnlocked ? VERIFIED : 0) | more;
    return Buffer.concat([sha256(this.domain), Buffer.from([flags]), counter]);
  }
}
