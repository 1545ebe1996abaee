import { isApart } from "@convene/shared/audit/audit-rules";
import { verifyAudit } from "../src/audit/verify-audit.ts";
import { serviceUrl } from "@convene/shared/database/provision";
import { permissionTable } from "../src/permission/permission-table.ts";
import { definitions, type ServiceName, serviceNames } from "../src/runtime/services.ts";
import { type Answer, ask, change, codeOf, tryChange } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { buildPermissionWorld } from "../test/permission-world.ts";
import { removeTemporaryFolders, temporaryFolder } from "../test/postgres-process.ts";
import { sealAll, settle } from "../test/settle.ts";
import { withClient } from "../test/table-hashes.ts";
import { adminToken, personToken, tokenOf } from "../test/tokens.ts";
import { VALID_CHANGES } from "../test/valid-changes.ts";

let graphs: Graphs;
let admin: string;
let dataFolder: string;
beforeAll(async () => {
  graphs = await openGraphs();
  admin = await adminToken(graphs);
  dataFolder = await temporaryFolder("audit");
}, OPENING);
afterAll(async () => {
  await graphs.close();
  await removeTemporaryFolders();
});

const eachChain = () =>
  verifyAudit({
    services: graphs.opened.services,
    ...{ dataFolder, anew: false, tell: () => undefined },
  });
const faults = async () =>
  (await eachChain()).flatMap(({ service, verification: { fault } }) =>
    fault ? [`${service} ${fault.sequence}: ${fault.why}`] : [],
  );

const SELECTION = `totalCount nodes { sequence recordedAt viewer person operation client requestId
  changes { entity action ids fields { name before after isErased } }
  reads { type id fields } }`;

/** As an administrator asks for it, once all is sealed. */
async function recordsOf(filter: object, { service = "stakeholders", token = admin } = {}) {
  await sealAll(graphs.opened);
  const url = graphs.url(TRANSPORTS[0] ?? "in process");
  const query = `query ($filter: AuditFilterInput) {
    auditLog { ${service}(filter: $filter, first: 100) { ${SELECTION} } } }`;
  const { data, errors } = await ask(url, { query, variables: { filter }, token });
  expect(errors).toBeUndefined();
  return data.auditLog?.[service].nodes ?? null;
}

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const make = (field: string, input: object, selection = "id") =>
    change(url(), { field, input, selection, token: admin });

  it("records a change: who, what, before and after, from where, and by which request", async () => {
    const { id } = await make("createPerson", { name: "Ines Ferro", about: "Pilot" });
    const requestId = `audit-${transport.replaceAll(" ", "-")}`;
    const asked = { field: "updatePerson", input: { id, about: "Sailor" } };
    const headers = { "x-request-id": requestId };
    const answer = await tryChange(url(), {
      ...asked,
      token: await personToken(graphs, id),
      headers,
    });
    expect(codeOf(answer)).toBeUndefined();
    const [record, ...more] = await recordsOf({ requestId, kind: "WRITE" });
    expect(more).toEqual([]);
    expect(record).toMatchObject({ person: id, operation: "updatePerson", requestId });
    expect(record.client).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(record.changes).toEqual([
      {
        ...{ entity: "person", action: "UPDATE", ids: [id] },
        fields: [{ name: "about", before: '"Pilot"', after: '"Sailor"', isErased: false }],
      },
    ]);
  });

  it("records who read whose protected fields, once for a request, and not one's own", async () => {
    const quiet = { name: "Quiet One", about: "Says little", audience: "NOBODY" };
    const { id } = await make("createPerson", quiet);
    const { id: open } = await make("createPerson", { name: "Open One", audience: "PUBLIC" });
    const query = `{ a: person(id: "${id}") { name } b: person(id: "${id}") { name about vCard }
      c: person(id: "${open}") { name about } }`;
    await ask(url(), { query, token: admin });
    await ask(url(), { query, token: await personToken(graphs, id) });
    await ask(url(), { query });
    let records: Answer["data"] = [];
    for (let tries = 0; records.length === 0 && tries < 100; tries += 1) {
      records = await recordsOf({ about: id, kind: "READ" });
    }
    expect(records).toHaveLength(1);
    expect(records[0].reads).toEqual([{ type: "Person", id, fields: ["about", "name", "vCard"] }]);
    expect(await recordsOf({ about: open, kind: "READ" })).toEqual([]);
  });

  it("records from where and by which request an administrator has read all that is held", async () => {
    const { id } = await make("createPerson", { name: "Asked By Letter" });
    const requestId = `letter-${transport.replaceAll(" ", "-")}`;
    const headers = { authorization: `Bearer ${admin}`, "x-request-id": requestId };
    const response = await fetch(`${url()}/personal-data?person=${id}`, { headers });
    expect(response.status).toBe(200);
    let records: Answer["data"] = [];
    for (let tries = 0; records.length === 0 && tries < 100; tries += 1) {
      records = await recordsOf({ requestId, kind: "READ" });
    }
    expect(records).toMatchObject([
      { operation: "/personal-data", reads: [{ type: "PersonalData", id }] },
    ]);
    expect(records[0].client).toMatch(/^(127\.0\.0\.1|::1)$/);
  });
});

it("leaves no table of any service unwatched that is not set apart", async () => {
  const { rows } = await withClient(graphs.adminUrl, (client) =>
    client.query<{ schema: string; name: string; count: number }>(
      `SELECT n.nspname AS schema, c.relname AS name,
         (SELECT count(*)::integer FROM pg_trigger t WHERE t.tgrelid = c.oid
          AND t.tgenabled = 'O' AND t.tgname ~ '^audit_(insert|update|delete)_') AS count
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname = ANY($1)`,
      [serviceNames.map((name) => name.replace("-", "_"))],
    ),
  );
  expect(rows.length).toBeGreaterThan(50);
  const wrong = rows.filter(({ schema, name, count }) => {
    const service = schema.replace("_", "-") as ServiceName;
    return count !== (isApart(definitions[service].audit ?? {}, name) ? 0 : 3);
  });
  expect(wrong).toEqual([]);
  const gone = serviceNames.flatMap((name) => {
    const { apart = [], tables = {} } = definitions[name].audit ?? {};
    const own = rows.filter(({ schema }) => schema === name.replace("-", "_"));
    const told = [...apart, ...Object.keys(tables)];
    return told.filter((table) => !own.some((each) => each.name === table));
  });
  expect(gone).toEqual([]);
});

it(
  "records every mutation of the table of permissions, each of which changes something",
  async () => {
    const { url, tokens, id } = await buildPermissionWorld(graphs, TRANSPORTS[0] ?? "in process");
    const known = permissionTable(Object.values(definitions)).filter((row) => row.isMutation);
    const names = [...new Set(known.map(({ name }) => name))].sort();
    expect(Object.keys(VALID_CHANGES).sort()).toEqual(names);
    const mistake = { field: "createOrganisation", input: { name: "A mistake" }, token: admin };
    const { id: alone } = await change(url, { ...mistake, selection: "id" });
    const idOf = (what: string) => (what === "organisation alone" ? String(alone) : id(what));
    const refused: string[] = [];
    for (const [field, { as, input }] of Object.entries(VALID_CHANGES)) {
      const asked = { field, input: input(idOf), selection: "__typename", token: tokens[as] ?? "" };
      const headers = { "x-request-id": `walk-${field}` };
      const { errors } = await tryChange(url, { ...asked, headers });
      if (errors) refused.push(`${field}: ${JSON.stringify(errors)}`);
    }
    expect(refused).toEqual([]);
    await sealAll(graphs.opened);
    const recorded = new Set<string>();
    for (const name of serviceNames) {
      const rows = await graphs.opened.services[name].parts.db.query<{ operation: string }[]>(
        `SELECT DISTINCT operation FROM audit_record
         WHERE kind = 'WRITE' AND request_id = 'walk-' || operation`,
      );
      for (const { operation } of rows) recorded.add(operation);
    }
    expect(Object.keys(VALID_CHANGES).filter((field) => !recorded.has(field))).toEqual([]);
  },
  OPENING,
);

it("shows the log to administrators alone, who are recorded when they read what is personal", async () => {
  expect(await recordsOf({}, { token: await tokenOf(graphs, "secretariat") })).toBeNull();
  const person = graphs.demo.people[Object.keys(graphs.demo.people)[0] ?? ""] ?? "";
  expect(await recordsOf({ about: person, kind: "WRITE" })).not.toEqual([]);
  const read = () => recordsOf({ about: person, kind: "READ" });
  let records = await read();
  for (let tries = 0; records.length === 0 && tries < 100; tries += 1) records = await read();
  expect(records[0].reads).toContainEqual({
    ...{ type: "AuditLog", id: person, fields: ["stakeholders"] },
  });
});

it("forgets with somebody who is erased what was theirs, everywhere, and every chain holds", async () => {
  const url = graphs.url(TRANSPORTS[0] ?? "in process");
  const { id } = await change(url, {
    field: "createPerson",
    input: { name: "Halimatu Zephyrine", about: "Keeps bees in Thessaly" },
    token: admin,
  });
  await settle(graphs.opened);
  const [made] = await recordsOf({ about: id, operation: "createPerson" });
  const name = { name: "name", before: null, after: '"Halimatu Zephyrine"', isErased: false };
  expect(made.changes[0].fields).toContainEqual(name);
  const token = await personToken(graphs, id);
  await change(url, { field: "updatePerson", input: { id, about: "Of Thessaly" }, token });
  await change(url, { field: "deletePerson", input: { id }, token: admin });
  await settle(graphs.opened);
  const [erased] = await recordsOf({ about: id, operation: "createPerson" });
  expect(erased.changes[0].fields).toContainEqual({ ...name, after: null, isErased: true });
  const [last] = await recordsOf({ about: id, operation: "updatePerson" });
  expect(last).toMatchObject({ person: id, client: null });
  for (const service of serviceNames) {
    const { db } = graphs.opened.services[service].parts;
    const kept = await db.query<unknown[]>(
      `SELECT 1 FROM audit_record WHERE content ~ 'Zephyrine|Thessaly'
       UNION ALL SELECT 1 FROM audit_pending p WHERE p::text ~ 'Zephyrine|Thessaly'
       UNION ALL SELECT 1 FROM audit_key WHERE subject = $1 AND secret IS NOT NULL`,
      [id],
    );
    const [key] = await db.query<unknown[]>(
      "SELECT 1 FROM audit_key WHERE subject = $1 AND destroyed_at IS NOT NULL",
      [id],
    );
    expect({ service, kept, destroyed: key !== undefined }).toEqual({
      ...{ service, kept: [], destroyed: true },
    });
  }
  expect(await faults()).toEqual([]);
});

it("lets a service read its log and add to it, and neither change nor cut off what stands there", async () => {
  const given = { adminUrl: graphs.adminUrl, secret: graphs.secrets.secret };
  for (const service of serviceNames) {
    await withClient(serviceUrl(given, service), async (client) => {
      await client.query("SELECT 1 FROM audit_record LIMIT 1");
      for (const statement of [
        "UPDATE audit_record SET hash = hash",
        "DELETE FROM audit_record",
        "TRUNCATE audit_record",
        "ALTER TABLE audit_record DISABLE TRIGGER ALL",
        "DROP TRIGGER audit_guard ON audit_record",
        "SET session_replication_role = replica",
      ]) {
        await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
      }
    });
  }
});

it("tells which service was tampered with, and from which record on", async () => {
  await sealAll(graphs.opened);
  expect(await faults()).toEqual([]);
  const tamper = (statement: string) =>
    withClient(graphs.adminUrl, (client) =>
      client.query(`SET session_replication_role = replica; ${statement}`),
    );
  await tamper(`UPDATE practices.audit_record SET hash = reverse(hash) WHERE sequence = 2`);
  // As if made anew up to there: only what was noted the last time tells.
  await tamper(`DELETE FROM meetings.audit_record
    WHERE sequence > (SELECT max(sequence) - 3 FROM meetings.audit_record)`);
  expect(await faults()).toEqual([
    expect.stringMatching(/^meetings \d+: the chain ends here/),
    "practices 2: its content is not what was sealed",
  ]);
});
