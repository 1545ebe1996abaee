import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import type { Account } from "../account/account.entity.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { insertAccount } from "../account/account.service.ts";
import { identity } from "../definition.ts";
import { forgetEndedKeys } from "./api-key.service.ts";

const { service, db, execute, sqlOf } = createHarness(identity);

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    apiKey { id name hint scopes createdAt expiresAt lastUsedAt }
  }
}`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { id } }`;
const KEYS = `{ me { apiKeys { id name hint scopes lastUsedAt } } }`;

let ada: Account;
let viewer: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  ada = await buildAccount("ada@example.org");
  viewer = buildViewer({ id: ada.id, person: ada.personId });
  stranger = buildViewer({ id: (await buildAccount("eve@example.org")).id });
});

function buildAccount(email: string, emailVerified = true): Promise<Account> {
  const account = { name: "Ada Okafor", email, emailVerified, platform: [PlatformRole.ADMIN] };
  return service().parts.transactions.write((tx) => insertAccount(tx, account));
}

async function make(input: object = {}, by: Viewer | null = viewer) {
  const { data, errors } = await execute(CREATE, {
    input: { name: "Nightly export", ...input },
    viewer: by,
  });
  return { ...data?.createApiKey, refused: errors?.[0]?.extensions };
}

const holder = async (secret: string) => service().auth?.key(secret);
const codeOf = async (answer: ReturnType<typeof execute>) =>
  (await answer).errors?.[0]?.extensions["code"];
const keysOf = async (by: Viewer) => (await execute(KEYS, { viewer: by })).data?.me.apiKeys;

it("makes a key that is shown once, and of which a hash is kept", async () => {
  const { secret, apiKey } = await make({ scopes: ["WRITE"], expiresInDays: 7 });
  expect(secret).toMatch(/^cnv_[\w-]{43}$/);
  expect(apiKey).toMatchObject({ name: "Nightly export", scopes: ["READ", "WRITE"] });
  expect(apiKey.hint).toBe(secret.slice(0, 8));
  const goodFor = Date.parse(apiKey.expiresAt) - Date.parse(apiKey.createdAt);
  expect(goodFor).toBe(7 * 86_400_000);
  const rows = await db().query("SELECT to_jsonb(k)::text AS row FROM api_key AS k");
  expect(JSON.stringify(rows)).not.toContain(secret.slice(8));

  const speaksFor = { id: ada.id, person: ada.personId, platform: [], scopes: ["read", "write"] };
  expect(await holder(secret)).toEqual(speaksFor);
  expect((await keysOf(viewer))[0]).toMatchObject({ id: apiKey.id, hint: apiKey.hint });
  expect((await keysOf(viewer))[0].lastUsedAt).not.toBeNull();
  expect(await keysOf(stranger)).toEqual([]);
});

it("has its owner's roles of the platform only where it was made for that", async () => {
  const { secret } = await make({ scopes: ["PLATFORM"] });
  expect(await holder(secret)).toMatchObject({ platform: ["ADMIN"], scopes: ["read", "platform"] });
});

it("makes one key of one idempotencyKey, and shows it the first time alone", async () => {
  const input = { idempotencyKey: "once" };
  const first = await make(input);
  const again = await make(input);
  expect(first.secret).not.toBeNull();
  expect(again).toMatchObject({ secret: null, apiKey: { id: first.apiKey.id } });
});

it("ends a key at once, and only for its owner", async () => {
  const { secret, apiKey } = await make();
  const { id } = apiKey;
  expect(await codeOf(execute(REVOKE, { id, viewer: stranger }))).toBe("NOT_FOUND");
  expect(await codeOf(execute(REVOKE, { id }))).toBe("UNAUTHENTICATED");
  expect(await holder(secret)).not.toBeNull();
  const revoked = await execute(REVOKE, { id, viewer });
  expect(revoked.data?.revokeApiKey).toEqual({ id });
  expect(await holder(secret)).toBeNull();
  expect(await codeOf(execute(REVOKE, { id, viewer }))).toBe("NOT_FOUND");
});

it("lets nobody but somebody who is signed in make and end keys, or end sessions", async () => {
  const { id } = (await make()).apiKey;
  const key = { ...viewer, kind: "key", scopes: ["read", "write"] } as const;
  const endSession = `mutation { endSession(input: { id: "ses_1" }) { id } }`;
  expect((await make({}, null)).refused).toEqual({ code: "UNAUTHENTICATED" });
  expect((await make({}, key)).refused).toEqual({ code: "FORBIDDEN" });
  expect((await make({}, buildViewer())).refused).toEqual({ code: "FORBIDDEN" });
  const unproven = await buildAccount("unproven@example.org", false);
  const refused = await make({}, buildViewer({ id: unproven.id }));
  expect(refused).toEqual({ refused: { code: "FORBIDDEN" } });
  expect(await codeOf(execute(REVOKE, { id, viewer: key }))).toBe("FORBIDDEN");
  expect(await codeOf(execute(endSession, { viewer: key }))).toBe("FORBIDDEN");
});

it.each([
  ["name", { name: "  " }],
  ["name", { name: "x".repeat(101) }],
  ["expiresInDays", { expiresInDays: 0 }],
  ["expiresInDays", { expiresInDays: 366 }],
])("refuses a wrong %s", async (field, input) => {
  expect((await make(input)).refused).toEqual({ code: "BAD_USER_INPUT", field });
});

it("keeps to 50 keys, and lists them by one statement more", async () => {
  const eve = { ...stranger };
  for (let many = 0; many < 50; many += 1) await make({ name: `Key ${many}` }, eve);
  expect((await make({}, eve)).refused).toEqual({ code: "LIMIT_EXCEEDED" });
  const keys = await keysOf(eve);
  expect(keys).toHaveLength(50);
  expect(keys[0].name).toBe("Key 49");
  expect(await sqlOf(() => keysOf(eve))).toHaveLength(2);
});

it("speaks for nobody when it has run out, and is forgotten a month later", async () => {
  const { secret, apiKey } = await make();
  const ended = (days: number) =>
    db().query("UPDATE api_key SET expires_at = now() - make_interval(days => $2) WHERE id = $1", [
      apiKey.id,
      days,
    ]);
  const isListed = async () =>
    (await keysOf(viewer)).some(({ id }: { id: string }) => id === apiKey.id);
  await ended(0);
  expect(await holder(secret)).toBeNull();
  await ended(29);
  await forgetEndedKeys(db());
  expect(await isListed()).toBe(true);
  await ended(31);
  await forgetEndedKeys(db());
  expect(await isListed()).toBe(false);
});
