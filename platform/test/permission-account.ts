import { Account } from "@convene/identity/account/account.entity";
import { PlatformRole } from "@convene/identity/account/account.enum";
import { ApiKey } from "@convene/identity/api-key/api-key.entity";
import { ApiKeyScope } from "@convene/identity/api-key/api-key.enum";
import { BounceService } from "@convene/identity/bounce/bounce.service";
import { ConsentKind, ConsentMeans } from "@convene/identity/consent/consent.enum";
import { ConsentService } from "@convene/identity/consent/consent.service";
import { Session } from "@convene/identity/session/session.entity";
import { newId } from "@convene/shared/type-id";
import type { Graphs } from "./open-graphs.ts";

/** The account that the token of a person speaks for: the ids of what hangs on it, by what that is. */
export async function makeAccount(
  graphs: Graphs,
  personId: string,
): Promise<Readonly<Record<string, string>>> {
  return {
    session: await openSession(graphs, personId),
    reviewing: await appoint(graphs),
    consent: await agree(graphs, personId),
    bounce: await bounceMail(graphs, personId),
    "api key": await insertKey(graphs, personId),
  };
}

const accountOf = (personId: string): string => `acc_${personId.slice("per_".length)}`;

/** To the notice of now. */
async function agree({ opened }: Graphs, personId: string): Promise<string> {
  const { db, transactions } = opened.services.identity.parts;
  const said = { kind: ConsentKind.PRIVACY_NOTICE, given: true, userAgent: null };
  const consents = new ConsentService(db, transactions);
  const { id } = await consents.sayFor(accountOf(personId), { ...said, means: ConsentMeans.PAGE });
  return id;
}

/** Mail to them has come back. */
async function bounceMail({ opened }: Graphs, personId: string): Promise<string> {
  const bounces = new BounceService(opened.services.identity.parts);
  const address = `${personId}@example.org`;
  const recipient = `bounce+${bounces.tokenFor(address)}@example.org`;
  await bounces.note(JSON.stringify({ recipient, status: "5.1.1" }));
  return (await bounces.find(address))?.id ?? "";
}

/** A key of that account. */
async function insertKey({ opened }: Graphs, personId: string): Promise<string> {
  const { manager } = opened.services.identity.parts.db;
  const [id, createdAt] = [newId("key"), new Date()];
  const accountId = accountOf(personId);
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  const made = { scopes: [ApiKeyScope.READ], createdAt, expiresAt, lastUsedAt: null };
  const key = { id, accountId, name: "Walking", hint: "cnv_", secretHash: id, ...made };
  await manager.insert(ApiKey, key);
  return id;
}

/** Somebody else, who has a role of the platform. */
async function appoint({ opened }: Graphs): Promise<string> {
  const [personId, now] = [newId("per"), new Date()];
  const account = {
    ...{ id: accountOf(personId), personId, name: "Reviewing", email: `${personId}@example.org` },
    ...{ emailVerified: true, image: null, platform: [PlatformRole.REVIEWER] },
    ...{ createdAt: now, updatedAt: now },
  };
  await opened.services.identity.parts.db.manager.insert(Account, account);
  return personId;
}

/** The account that the token of "themselves" speaks for, signed in in a browser. */
async function openSession({ opened }: Graphs, personId: string): Promise<string> {
  const { manager } = opened.services.identity.parts.db;
  const [now, id, session] = [new Date(), accountOf(personId), newId("ses")];
  const times = { createdAt: now, updatedAt: now };
  const email = `${id}@example.org`;
  const blank = { emailVerified: true, image: null, platform: [] };
  await manager.insert(Account, { id, name: "Themselves", email, personId, ...blank, ...times });
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const browser = { token: session, userAgent: null, ipAddress: null, expiresAt };
  await manager.insert(Session, { id: session, accountId: id, ...browser, ...times });
  return session;
}
