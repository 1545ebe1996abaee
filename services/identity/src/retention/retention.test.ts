import { createHarness } from "@convene/shared/testing/harness";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";

const { db, service } = createHarness(identity);
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** How many rows each table has that holds what does not last. */
async function left(): Promise<Record<string, number>> {
  const tables = ["session", "verification", "api_key", "mailed_link", "password_attempt"];
  const counts = tables.map(async (table) => {
    const [row] = await db().query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
    return [table, row?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

const keptAfter = async (time: number) => {
  await service().keepToRetention(new Date(Date.now() + time));
  return left();
};

it("keeps everything as long as is said, and no longer, as the clock moves", async () => {
  const account = await buildAccount(service(), { email: "ada@example.org" });
  await PageBrowser.of(service(), account);
  await db().query(
    `INSERT INTO api_key (id, account_id, name, hint, secret_hash, scopes, created_at, expires_at)
     VALUES ('key_1', $1, 'Script', 'x', 'x', '{READ}', now(), now() + interval '1 day')`,
    [account.id],
  );
  const visitor = new PageBrowser(service());
  await visitor.send("/auth/sign-in", { email: account.email });
  await visitor.send("/auth/password", { email: account.email, password: "wrong" });
  await db().query(
    "INSERT INTO idempotency_key (viewer_id, key, mutation, input_hash) VALUES ('a', 'b', 'c', 'd')",
  );
  const all = { session: 1, verification: 1, api_key: 1, mailed_link: 1, password_attempt: 2 };
  expect(await keptAfter(0)).toEqual(all);
  const later = { ...all, verification: 0, password_attempt: 0 };
  expect(await keptAfter(16 * MINUTE)).toEqual(later);
  expect(await keptAfter(1.1 * DAY)).toEqual({ ...later, mailed_link: 0 });
  const keys = () => db().query<unknown[]>("SELECT 1 FROM idempotency_key");
  expect(await keys()).toHaveLength(1);
  expect(await keptAfter(15 * DAY)).toEqual({ ...later, mailed_link: 0, session: 0 });
  expect(await keys()).toHaveLength(0);
  expect(await keptAfter(32 * DAY)).toEqual({ ...later, mailed_link: 0, session: 0, api_key: 0 });
  expect(await service().parts.db.query("SELECT 1 FROM user_account")).toHaveLength(1);
});
