import type { KeyHolder } from "@convene/shared/auth-door";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, limitExceeded, notFound } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { type DataSource, LessThan, MoreThan } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { canManageAccount } from "../account/account.policy.ts";
import { SecurityNotices, type Told } from "../security-notice/security-notice.service.ts";
import { ApiKey } from "./api-key.entity.ts";
import { ApiKeyScope } from "./api-key.enum.ts";
import { canSeeKey } from "./api-key.policy.ts";
import type { CreateApiKeyInput, RevokeApiKeyInput } from "./api-key.inputs.ts";
import { NewApiKey } from "./api-key.type.ts";
import { apiKeyHash, apiKeyHint, newApiKeySecret } from "./api-key.value.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How many an account may have. */
const MOST = 50;

/** How long keys that have ended are listed, so that their owner sees why a script has stopped. */
const LISTED_FOR = 30 * DAY;

export class ApiKeyService {
  private readonly db: DataSource;
  private readonly transactions: Transactions;
  private readonly notices: SecurityNotices;

  constructor(parts: Pick<ServiceParts, "db" | "transactions" | "site">) {
    ({ db: this.db, transactions: this.transactions } = parts);
    this.notices = new SecurityNotices(parts);
  }

  /** The latest first. */
  ofAccount(accountId: string): Promise<ApiKey[]> {
    return this.db.manager.find(ApiKey, {
      where: { accountId },
      order: { createdAt: "DESC", id: "DESC" },
    });
  }

  async create(viewer: Viewer, input: CreateApiKeyInput): Promise<NewApiKey> {
    requireManager(viewer);
    const made = newKey(viewer.id, input);
    const apiKey = await this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createApiKey",
        input,
        first: async () => {
          await this.notices.tellIn(tx, told(viewer, "API_KEY_MADE"));
          return insertKey(tx, made.key);
        },
        again: (id) => lockOwn(tx, viewer, id),
      }),
    );
    const secret = apiKey.id === made.key.id ? made.secret : null;
    return Object.assign(new NewApiKey(), { apiKey, secret });
  }

  async revoke(viewer: Viewer, { id }: RevokeApiKeyInput): Promise<ApiKey> {
    requireManager(viewer);
    return this.transactions.write(async (tx) => {
      const key = await lockOwn(tx, viewer, id);
      await tx.manager.delete(ApiKey, { id });
      await this.notices.tellIn(tx, told(viewer, "API_KEY_ENDED"));
      return key;
    });
  }

  /** Whom a key speaks for; null for one that is none, or not any more. */
  holder(secret: string): Promise<KeyHolder | null> {
    return this.holderOf({ secretHash: apiKeyHash(secret) });
  }

  /** Null as above. */
  async idOf(secret: string): Promise<string | null> {
    const key = await this.db.manager.findOneBy(ApiKey, { secretHash: apiKeyHash(secret) });
    return key?.id ?? null;
  }

  async holderOf(
    which: Pick<ApiKey, "id"> | Pick<ApiKey, "secretHash">,
  ): Promise<KeyHolder | null> {
    const key = await this.db.manager.findOne(ApiKey, {
      where: { ...which, expiresAt: MoreThan(new Date()) },
      relations: { account: true },
    });
    if (!key) return null;
    await this.noteUse(key);
    const { account, scopes } = key;
    return {
      id: account.id,
      person: account.personId,
      platform: scopes.includes(ApiKeyScope.PLATFORM) ? account.platform : [],
      scopes: scopes.map((scope) => scope.toLowerCase()),
    };
  }

  private async noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
    const now = new Date();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < HOUR) return;
    await this.db.manager.update(ApiKey, { id }, { lastUsedAt: now });
  }
}

/** Every day: what ended long ago is not kept. */
export async function forgetEndedKeys({ manager }: DataSource, now = new Date()): Promise<void> {
  await manager.delete(ApiKey, { expiresAt: LessThan(new Date(now.getTime() - LISTED_FOR)) });
}

const told = ({ id: accountId }: Viewer, change: Told["change"]): Told => ({
  accountId,
  change,
  changedAt: new Date(),
});

function requireManager(viewer: Viewer): void {
  if (canManageAccount(viewer)) return;
  throw forbidden("A key makes and ends no keys: sign in to do that");
}

/** @throws BAD_USER_INPUT with the field `name` or `expiresInDays` */
function newKey(accountId: string, { name, scopes, expiresInDays }: CreateApiKeyInput) {
  if (expiresInDays < 1 || expiresInDays > 365) {
    throw invalid("expiresInDays", `A key is good for 1 to 365 days, not for ${expiresInDays}`);
  }
  const secret = newApiKeySecret();
  const now = Date.now();
  const key = Object.assign(new ApiKey(), {
    id: newId("key"),
    accountId,
    name: requiredText("name", name, 100),
    hint: apiKeyHint(secret),
    secretHash: apiKeyHash(secret),
    scopes: Object.values(ApiKeyScope).filter(
      (scope) => scope === ApiKeyScope.READ || scopes.includes(scope),
    ),
    createdAt: new Date(now),
    expiresAt: new Date(now + expiresInDays * DAY),
    lastUsedAt: null,
  });
  return { key, secret };
}

async function insertKey(tx: Transaction, key: ApiKey): Promise<ApiKey> {
  // The lock lets two at once not both be the last that is allowed.
  const account = await tx.lock(Account, key.accountId);
  if (!account) throw forbidden("This token belongs to no account: sign in first");
  // Whoever proves that the address is theirs ends all sessions from before, and finds no keys.
  if (!account.emailVerified) throw forbidden("First sign in by a link that is mailed to you");
  const many = await tx.manager.countBy(ApiKey, { accountId: key.accountId });
  if (many >= MOST) throw limitExceeded(`There are ${MOST} keys already: revoke one first`);
  await tx.manager.insert(ApiKey, key);
  return key;
}

async function lockOwn(tx: Transaction, viewer: Viewer, id: string): Promise<ApiKey> {
  const key = await tx.lock(ApiKey, id);
  if (!key || !canSeeKey(viewer, key)) throw notFound("ApiKey", id);
  return key;
}
