import { Audience } from "@convene/shared/audience";
import { FileImport } from "@convene/shared/file-import/file-import.entity";
import { ImportState } from "@convene/shared/file-import/file-import.enum";
import { forgetCells } from "@convene/shared/file-import/import-retention.repository";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { buildPerson } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import type { Person } from "../person/person.entity.ts";

const { db, execute, service } = createHarness(stakeholders);

const as = ({ id }: Person) => buildViewer({ id: `acc_${id}`, person: id });
const someone = (name: string) => buildPerson(db(), { name, audience: Audience.PUBLIC });
const change = async (field: string, input: object, viewer: ReturnType<typeof as>) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { made: ${field}(input: $input) { id } }`;
  const { data, errors } = await execute(query, { viewer, input });
  expect(errors).toBeUndefined();
  return data.made.id as string;
};
const write = (from: Person, { id: to }: Person, text: string) =>
  change("sendMessage", { to, subject: "Shelter", text }, as(from));
const holdingOf = async ({ id: person }: Person, viewer = buildViewer({ person })) =>
  (await service().personalData(viewer, { person, accounts: [], addresses: [] })).records;

it("shows a sender nothing by which a message that was withheld differs from another", async () => {
  const [ada, bo] = [await someone("Ada"), await someone("Bo")];
  const first = await write(ada, bo, "1");
  await change("blockSender", { message: first }, as(bo));
  await write(ada, bo, "2");
  const unheard = await holdingOf(ada);
  expect(unheard["messages"]).toMatchObject([{ text: "1" }, { text: "2" }]);
  // Of the first there is one, and of the second none.
  expect(unheard["notices"]).toBeUndefined();
  expect((unheard["changeFeed"] ?? []).filter(({ type }) => type === "Notice")).toEqual([]);
  expect(await holdingOf(bo)).toMatchObject({ notices: [{ item: { text: "1" } }] });
});

it("gives an administrator no letter of others: not in an export, nor in the audit log", async () => {
  const [ada, bo] = [await someone("Ada"), await someone("Bo")];
  await write(ada, bo, "For Bo's eyes");
  expect((await holdingOf(ada))["messages"]).toMatchObject([{ text: "For Bo's eyes" }]);
  for (const person of [ada, bo]) {
    const records = await holdingOf(person, admin);
    expect(records["messages"]).toEqual([{ count: 1 }]);
    expect(JSON.stringify(records)).not.toContain("eyes");
  }
  await service().parts.audit.seal();
  const log = await execute(
    `{ auditLog { stakeholders(first: 100) { nodes { changes { entity fields { name after } } } } } }`,
    { viewer: admin },
  );
  expect(log.errors).toBeUndefined();
  expect(JSON.stringify(log.data)).toContain('"message"');
  expect(JSON.stringify(log.data)).not.toMatch(/eyes|Shelter/);
});

it("writes down who was told what is held of somebody else, and by which tables", async () => {
  const ada = await someone("Ada");
  await holdingOf(ada);
  await holdingOf(ada, admin);
  const { audit } = service().parts;
  await audit.stop();
  await audit.seal();
  const rows = await db().query<{ content: string }[]>(
    "SELECT content FROM audit_record WHERE operation = '/personal-data' AND about @> to_jsonb($1::text)",
    [ada.id],
  );
  expect(rows.map(({ content }) => JSON.parse(content))).toMatchObject([
    {
      ...{ kind: "READ", who: { id: admin.id } },
      reads: [{ type: "PersonalData", id: ada.id, fields: expect.arrayContaining(["profile"]) }],
    },
  ]);
});

it("empties the cells of a file that hold a name as a whole, and no others", async () => {
  const { manager } = db();
  const none = { bytesRead: 0, rowsRead: 0, created: 0, updated: 0, unchanged: 0, skipped: 0 };
  await manager.insert(FileImport, {
    ...{ id: "imp_names", kind: "ORGANISATIONS", fileName: "names.csv", columnMap: [], made: {} },
    ...{
      ...none,
      dryRun: false,
      state: ImportState.DONE,
      problemsFound: 5,
      attempt: 1,
    },
    ...{ createdBy: "acc_x", uploadUntil: new Date(), createdAt: new Date() },
  });
  const cells = ["An", "Anna", "led by an, and others", "Susan", "王明"];
  await manager.query(
    `INSERT INTO import_problem (import_id, position, line, code, message, cell)
     SELECT 'imp_names', n, n, 'WORTH_A_LOOK', 'Worth a look', cell
     FROM unnest($1::text[]) WITH ORDINALITY AS c (cell, n)`,
    [cells],
  );
  const left = () =>
    manager
      .query<{ cell: string | null }[]>("SELECT cell FROM import_problem ORDER BY position")
      .then((rows) => rows.map(({ cell }) => cell));
  await forgetCells(manager, ["An"]);
  expect(await left()).toEqual([null, "Anna", null, "Susan", "王明"]);
  await forgetCells(manager, ["王"]);
  expect(await left()).toEqual([null, "Anna", null, "Susan", null]);
});
