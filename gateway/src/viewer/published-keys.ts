import type { AuthDoor } from "@convene/shared/auth-door";
import { createLocalJWKSet, type JWTVerifyGetKey } from "jose";

/** How long a key that is not published any more may still count, in milliseconds. */
const KEPT_FOR = 5 * 60_000;

/** How soon they are asked for again when a token names one that is not among them. */
const ASKED_AGAIN_AFTER = 10_000;

interface ReadKeys {
  readonly ids: ReadonlySet<string>;
  readonly find: JWTVerifyGetKey;
  readonly at: number;
}

/** The keys by which the service of accounts signs: read when they are needed, and then kept. */
export class PublishedKeys {
  private reading: Promise<ReadKeys> | null = null;

  constructor(private readonly door: Pick<AuthDoor, "tokenKeys">) {}

  readonly find: JWTVerifyGetKey = async (header, token) => {
    const { find } = await this.keysWith(header.kid);
    return find(header, token);
  };

  private async keysWith(id: string | undefined): Promise<ReadKeys> {
    const read = await (this.reading ?? this.read());
    const age = Date.now() - read.at;
    const isKnown = id !== undefined && read.ids.has(id);
    return age > (isKnown ? KEPT_FOR : ASKED_AGAIN_AFTER) ? this.read() : read;
  }

  /** One that failed is tried again by the next who asks. */
  private read(): Promise<ReadKeys> {
    const reading = this.readNow();
    this.reading = reading;
    reading.catch(() => {
      if (this.reading === reading) this.reading = null;
    });
    return reading;
  }

  private async readNow(): Promise<ReadKeys> {
    const { keys } = await this.door.tokenKeys();
    const ids = new Set(keys.map(({ kid }) => kid));
    return { ids, find: createLocalJWKSet({ keys }), at: Date.now() };
  }
}
