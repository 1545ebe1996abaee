import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";

const { service, execute, sqlOf, tell, told, db } = createHarness(identity);

it("shows one's own sessions, in one statement, and nobody else's", async () => {
  const one = await buildAccount(service(), { email: "one@example.org" });
  const other = await buildAccount(service(), { email: "other@example.org" });
  for (const account of [one, one, other]) await PageBrowser.of(service(), account);
  const { id } = one;
  const query = "{ me { id sessions { id userAgent } } }";
  const statements = await sqlOf(async () => {
    const { data } = await execute(query, { viewer: buildViewer({ id }) });
    expect(data.me.sessions).toHaveLength(2);
  });
  expect(statements).toHaveLength(2);
  expect((await execute(query)).data.me).toBeNull();
  const link = buildViewer({ id, kind: "link" });
  expect((await execute(query, { viewer: link })).data.me).toBeNull();
});

it("goes with its name, address and sessions once its person is erased", async () => {
  const given = { name: "Noor Haddad", email: "noor@example.org" };
  const account = await buildAccount(service(), given);
  const staying = await buildAccount(service(), { email: "staying@example.org" });
  const [noor, stays] = [
    await PageBrowser.of(service(), account),
    await PageBrowser.of(service(), staying),
  ];
  const person = { type: "Person", id: account.personId };
  await tell("stakeholders", { ...person, payload: { name: given.name } });
  expect(await noor.account()).toBe(account.id);

  await tell("stakeholders", { ...person, payload: null });
  expect([await noor.account(), await stays.account()]).toEqual([null, staying.id]);
  expect((await told("Account")).find(({ id }) => id === account.id)?.payload).toBeNull();
  const left: unknown[] = await db().query(
    `SELECT 1 FROM user_account AS t WHERE to_jsonb(t)::text ~* 'noor'
     UNION ALL SELECT 1 FROM outbox AS t WHERE to_jsonb(t)::text ~* 'noor'
     UNION ALL SELECT 1 FROM session WHERE account_id = $1`,
    [account.id],
  );
  expect(left).toEqual([]);
  await service().parts.feeds.rebuild();
  expect(await stays.account()).toBe(staying.id);
});
