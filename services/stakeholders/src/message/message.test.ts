import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { buildHeldRole, buildOrganisation, buildPerson, codeOf } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import type { Person } from "../person/person.entity.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, told } = createHarness(stakeholders);

const as = ({ id }: Person, overrides = {}) =>
  buildViewer({ id: `acc_${id}`, person: id, ...overrides });
const someone = (name: string) => buildPerson(db(), { name, audience: Audience.PUBLIC });

const change = async (field: string, input: object, viewer: ReturnType<typeof as> | null) => {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${field}(input: $input) { id senderName subject text viewerCanReply } }`;
  const result = await execute(query, { viewer, input });
  return { code: codeOf(result), message: result.data?.[field] };
};
const inbox = async (viewer: ReturnType<typeof as>) => {
  const { data } = await execute("{ messages { totalCount nodes { senderName text } } }", {
    viewer,
  });
  return data.messages.nodes.map(({ text }: { text: string }) => text);
};
const notices = async () =>
  (await told("Notice")).flatMap(({ payload }) => (payload ? [payload] : []));
const words = (to: { id: string }, text = "Hello") => ({ to: to.id, subject: "Shelter", text });

it("relays a message and its answer, with names and no addresses", async () => {
  const [ada, bo] = [await someone("Ada"), await someone("Bo")];
  const organisation = await buildOrganisation(db(), { name: "Ferrybridge" });
  await buildHeldRole(db(), {
    organisationId: organisation.id,
    personId: bo.id,
    access: RoleAccess.OWNER,
  });
  const { message } = await change("sendMessage", words(organisation), as(ada));
  expect(message).toMatchObject({ senderName: "Ada", viewerCanReply: false });
  expect(await notices()).toContainEqual({
    ...{ people: [bo.id], moderators: false, except: ada.id },
    item: { event: "MESSAGE_RECEIVED", title: "Shelter", name: "Ada", text: "Hello" },
  });
  const owner = as(bo, { organisations: [{ id: organisation.id, role: "OWNER" }] });
  expect(await inbox(owner)).toEqual(["Hello"]);
  const answer = { message: message.id, text: "Welcome" };
  expect((await change("replyToMessage", answer, as(ada))).code).toMatchObject({
    code: "FORBIDDEN",
  });
  const stranger = as(await someone("Eve"));
  expect((await change("replyToMessage", answer, stranger)).code).toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await change("replyToMessage", answer, admin)).code).toMatchObject({ code: "NOT_FOUND" });
  const replied = await change("replyToMessage", answer, owner);
  expect(replied.message).toMatchObject({ senderName: "Ferrybridge", subject: "Shelter" });
  expect(await inbox(as(ada))).toEqual(["Welcome", "Hello"]);
  expect(await inbox(stranger)).toEqual([]);
});

it("is open to people who are signed in, and to those whom they see alone", async () => {
  const [ada, bo] = [await someone("Ada"), await someone("Bo")];
  const hidden = await buildPerson(db(), { audience: Audience.NOBODY });
  const code = async (to: Person, viewer: ReturnType<typeof as> | null, text?: string) =>
    (await change("sendMessage", words(to, text), viewer)).code;
  expect(await code(bo, null)).toMatchObject({ code: "UNAUTHENTICATED" });
  expect(await code(bo, buildViewer())).toMatchObject({ code: "FORBIDDEN" });
  expect(await code(hidden, as(ada))).toMatchObject({ code: "NOT_FOUND", type: "Person" });
  expect(await code(bo, as(ada), " ")).toMatchObject({ code: "BAD_USER_INPUT", field: "text" });
  expect(await code(ada, as(ada))).toMatchObject({ code: "BAD_USER_INPUT", field: "to" });
});

it("lets so many through and no more, and none of whom the recipient has blocked", async () => {
  const [ada, bo] = [await someone("Ada"), await someone("Bo")];
  const { message } = await change("sendMessage", words(bo, "1"), as(ada));
  expect((await change("blockSender", { message: message.id }, as(ada))).code).toBeTruthy();
  expect((await change("blockSender", { message: message.id }, as(bo))).code).toBeUndefined();
  const before = (await notices()).length;
  const unheard = await change("sendMessage", words(bo, "2"), as(ada));
  // As ever, to whoever is blocked.
  expect(unheard.message).toMatchObject({ senderName: "Ada", text: "2" });
  expect(await inbox(as(ada))).toEqual(["2", "1"]);
  expect(await inbox(as(bo))).toEqual(["1"]);
  expect(await notices()).toHaveLength(before);
  await change("sendMessage", words(bo, "3"), as(ada));
  expect((await change("sendMessage", words(bo, "4"), as(ada))).code).toMatchObject({
    code: "LIMIT_EXCEEDED",
  });
});

it("goes with whoever wrote it", async () => {
  const [ada, bo] = [await someone("Ada"), await someone("Bo")];
  await change("sendMessage", words(bo, "a secret"), as(ada));
  const gone = "mutation ($input: DeletePersonInput!) { deletePerson(input: $input) { id } }";
  expect((await execute(gone, { viewer: admin, input: { id: ada.id } })).errors).toBeUndefined();
  expect(await inbox(as(bo))).toEqual([]);
  expect(JSON.stringify(await notices())).not.toContain("a secret");
});
