import type { TokenKeys } from "@convene/shared/auth-door";
import type { Transactions } from "@convene/shared/database/transaction";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Site } from "@convene/shared/site";
import { newId } from "@convene/shared/type-id";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import type { DataSource, EntityManager } from "typeorm";
import { openText, sealText } from "./sealed-text.value.ts";
import { SigningKey } from "./signing-key.entity.ts";

/** For how long a key signs, in milliseconds. */
const SIGNS_FOR = 30 * 24 * 60 * 60 * 1000;

/** The purpose of the key by which private keys are sealed. */
const SEAL = "signing-key";

const ROTATING =
  "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/signing-key', 0))";

/** Older than one that has signed in its place for a day: nothing that it signed is still good. */
const FORGET = `DELETE FROM signing_key WHERE created_at <
  (SELECT max(created_at) FROM signing_key WHERE created_at < now() - interval '1 day')`;

type Parts = Pick<ServiceParts, "db" | "transactions" | "site">;

export class SigningKeyService {
  private readonly db: DataSource;
  private readonly transactions: Transactions;
  private readonly site: Site;

  constructor({ db, transactions, site }: Parts) {
    this.db = db;
    this.transactions = transactions;
    this.site = site;
  }

  /** The private key that signs now, as a JWK; made when there is none that can be read. */
  async current(): Promise<JWK> {
    const latest = await latestKey(this.db.manager);
    return (latest && this.readable(latest)) ?? this.make();
  }

  /** What verifies the tokens that may still be good (RFC 7517). */
  async published(): Promise<TokenKeys> {
    const keys = await this.db.manager.find(SigningKey, { order: { createdAt: "DESC" } });
    return { keys: keys.map(publicJwk) };
  }

  /** Every day: a key that has signed for a month is followed by another, and later forgotten. */
  async rotate(): Promise<void> {
    const latest = await latestKey(this.db.manager);
    if (latest && latest.createdAt.getTime() < Date.now() - SIGNS_FOR) await this.make();
    await this.db.manager.query(FORGET);
  }

  /** Of several processes at once, one makes it. */
  private make(): Promise<JWK> {
    return this.transactions.write(async ({ manager }) => {
      await manager.query(ROTATING);
      const latest = await latestKey(manager);
      const isFresh = latest && latest.createdAt.getTime() > Date.now() - SIGNS_FOR;
      const made = isFresh ? this.readable(latest) : null;
      return made ?? this.insertKey(manager);
    });
  }

  private async insertKey(manager: EntityManager): Promise<JWK> {
    const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
    const { x = "", d = "" } = await exportJWK(privateKey);
    const id = newId("jwk");
    const sealedPrivateKey = sealText(this.sealOf(id), d);
    const key = { id, publicKey: x, sealedPrivateKey, createdAt: new Date() };
    await manager.insert(SigningKey, key);
    return { ...publicJwk(key), d };
  }

  /** Null after the secret of the service was changed. */
  private readable(key: SigningKey): JWK | null {
    const d = openText(this.sealOf(key.id), key.sealedPrivateKey);
    return d === null ? null : { ...publicJwk(key), d };
  }

  private sealOf(id: string) {
    return { key: this.site.keyFor(SEAL), of: id };
  }
}

async function latestKey(manager: EntityManager): Promise<SigningKey | null> {
  const [latest] = await manager.find(SigningKey, { order: { createdAt: "DESC" }, take: 1 });
  return latest ?? null;
}

const publicJwk = ({ id, publicKey }: Pick<SigningKey, "id" | "publicKey">) => ({
  kty: "OKP",
  crv: "Ed25519",
  x: publicKey,
  kid: id,
  alg: "EdDSA",
  use: "sig",
});
