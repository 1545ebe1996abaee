import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";

const { service, db, execute, tell } = createHarness(identity);

const LOG = `query ($about: ID!) { auditLog { identity(filter: { about: $about }, first: 50) {
  nodes { viewer operation client requestId changes { entity action fields { name after isErased } } } } } }`;

/** What was done to one table, the latest first. */
async function recorded(about: string, table: string) {
  await service().parts.audit.seal();
  const { data } = await execute(LOG, { about, viewer: admin });
  return data?.auditLog.identity.nodes.filter(({ changes }: { changes: { entity: string }[] }) =>
    changes.some(({ entity }) => entity === table),
  );
}

it("records who signs in and out, by which page and from where, and nothing secret", async () => {
  const account = await buildAccount(service(), { email: "ada@example.org" });
  const browser = await PageBrowser.of(service(), account);
  await browser.send("/auth/account/password", {
    ...{ password: "correct horse battery staple", again: "correct horse battery staple" },
  });
  const other = new PageBrowser(service(), "192.0.2.9");
  const sent = { email: "ada@example.org", password: "correct horse battery staple" };
  expect((await other.send("/auth/password", sent)).status).toBe(303);
  await other.send("/auth/account/sign-out", {});
  const [out, signedIn] = await recorded(account.id, "session");
  const asked = { viewer: account.id, client: "192.0.2.9", requestId: "asked-by-page" };
  expect(signedIn).toMatchObject({ ...asked, operation: "/auth/password" });
  expect(signedIn.changes).toMatchObject([{ entity: "session", action: "INSERT" }]);
  expect(out).toMatchObject({ ...asked, operation: "/auth/account/sign-out" });
  expect(out.changes).toMatchObject([{ entity: "session", action: "DELETE" }]);
  const [{ found }] = await db().query<[{ found: number }]>(
    `SELECT count(*)::integer AS found FROM audit_record
     WHERE content ~ 'ada@example|192\\.0\\.2\\.9|scrypt|"(token|password)"'`,
  );
  expect(found).toBe(0);
});

it("records keys that are made and revoked, and forgets their names with the account", async () => {
  const { id, personId } = await buildAccount(service(), { email: "bo@example.org" });
  const viewer = buildViewer({ id, person: personId });
  const { data } = await execute(
    `mutation { createApiKey(input: { name: "Bo's export" }) { apiKey { id } } }`,
    { viewer },
  );
  const key: string = data?.createApiKey.apiKey.id;
  await execute(`mutation { revokeApiKey(input: { id: "${key}" }) { id } }`, { viewer });
  const done = await recorded(key, "api_key");
  expect(done).toMatchObject([
    { viewer: id, operation: "revokeApiKey" },
    { viewer: id, operation: "createApiKey" },
  ]);
  const nameOf = (records: typeof done) =>
    records.at(-1).changes[0].fields.find(({ name }: { name: string }) => name === "name");
  expect(nameOf(done)).toEqual({ name: "name", after: `"Bo's export"`, isErased: false });
  await tell("stakeholders", { type: "Person", id: personId, payload: null });
  expect(nameOf(await recorded(key, "api_key"))).toMatchObject({ after: null, isErased: true });
  expect((await service().parts.audit.verify()).fault).toBeNull();
});
