import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildOrganisation,
  buildPerson,
  codeOf,
  secretariatOf,
  viewerOf,
} from "../../test/factories.ts";
import { Account } from "../account/account.entity.ts";
import { stakeholders } from "../definition.ts";

const { db, execute, service, told } = createHarness(stakeholders);

const FIELDS = "id hasMailAddress";
const CREATE = `mutation ($input: CreatePersonInput!) { done: createPerson(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdatePersonInput!) { done: updatePerson(input: $input) { ${FIELDS} } }`;
const GET = `query ($id: ID!) { person(id: $id) { ${FIELDS} } }`;
const SECRET = "noor.of-nowhere@example.org";

const payloadOf = async (type: string, id: string) =>
  (await told(type)).find((change) => change.id === id)?.payload;

it("keeps where somebody without an account reads mail, and shows it to nobody", async () => {
  const organisation = await buildOrganisation(db());
  const viewer = viewerOf([organisation]);
  const mail = { address: ` ${SECRET.toUpperCase()} `, language: "ar", timeZone: "Asia/Amman" };
  const input = { name: "Noor", audience: "PUBLIC", organisation: organisation.id, mail };
  const made = await execute(CREATE, { viewer, input });
  expect(made.data.done).toMatchObject({ hasMailAddress: true });
  const { id } = made.data.done as { id: string };
  for (const other of [null, buildViewer({}), viewerOf([organisation], "DELEGATE")]) {
    expect((await execute(GET, { viewer: other, id })).data.person).toEqual({
      ...{ id, hasMailAddress: null },
    });
  }
  expect(await payloadOf("PersonMail", id)).toEqual({
    ...{ name: "Noor", address: SECRET, language: "ar", timeZone: "Asia/Amman" },
  });
  expect(await payloadOf("Person", id)).toMatchObject({ isMailed: true });
  expect(JSON.stringify(await told("Person"))).not.toContain(SECRET);
  expect((await execute(UPDATE, { viewer, input: { id, name: "Nour" } })).errors).toBeUndefined();
  expect(await payloadOf("PersonMail", id)).toMatchObject({ name: "Nour", address: SECRET });
  await service().parts.audit.stop();
  await service().parts.audit.seal();
  const log = await db().query<{ content: string }[]>("SELECT content FROM audit_record");
  expect(JSON.stringify(log)).toContain(id);
  expect(JSON.stringify(log)).not.toContain(SECRET);
  const gone = await execute(UPDATE, { viewer, input: { id, mail: null } });
  expect(gone.data.done).toEqual({ id, hasMailAddress: false });
  expect(await payloadOf("PersonMail", id)).toBeNull();
  expect(await payloadOf("Person", id)).toMatchObject({ isMailed: false });
});

it("forgets it with the person, also in what is told", async () => {
  const viewer = secretariatOf({ id: "net_1" });
  const input = { name: "Interpreter", mail: { address: SECRET } };
  const { id } = (await execute(CREATE, { viewer, input })).data.done as { id: string };
  const remove = `mutation ($input: DeletePersonInput!) { deletePerson(input: $input) { id } }`;
  expect((await execute(remove, { viewer: admin, input: { id } })).errors).toBeUndefined();
  const left: unknown[] = await db().query(
    `SELECT 1 FROM outbox AS t WHERE to_jsonb(t)::text ~* $1
     UNION ALL SELECT 1 FROM person AS t WHERE to_jsonb(t)::text ~* $1`,
    [SECRET],
  );
  expect(left).toEqual([]);
});

it.each([
  ["mail.address", { address: "nobody" }],
  ["timeZone", { address: SECRET, timeZone: "Nowhere/At_All" }],
  ["mail", { address: SECRET }],
])("refuses by the field %s what cannot be, and somebody with an account", async (field, mail) => {
  const { id } = await buildPerson(db());
  if (field === "mail") await db().manager.insert(Account, { id: `acc_${id}`, personId: id });
  const answer = await execute(UPDATE, { viewer: admin, input: { id, mail } });
  expect(codeOf(answer)).toMatchObject({ code: "BAD_USER_INPUT", field });
});
