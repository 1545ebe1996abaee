import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { stakeholders } from "../src/definition.ts";
import type { Person } from "../src/person/person.entity.ts";
import { buildHeldRole, buildOrganisation, buildPerson } from "./factories.ts";

const { db, execute } = createHarness(stakeholders);

type Viewer = ReturnType<typeof buildViewer>;
interface Party {
  readonly id: string;
  readonly person: Person;
}
const as = ({ id }: Person): Viewer => buildViewer({ id: `acc_${id}`, person: id });
const moderator = buildViewer({ id: "acc_mod", person: "per_mod", platform: ["MODERATOR"] });

/** Sends it twice with one key, and expects one answer. */
async function twice(field: string, input: object, viewer: Viewer): Promise<{ id: string }> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
  const send = () =>
    execute(query, { viewer, input: { ...input, idempotencyKey: `key of ${field}` } });
  const first = await send();
  expect(first.errors).toBeUndefined();
  const again = await send();
  expect(again.errors).toBeUndefined();
  expect(again.data[field]).toEqual(first.data[field]);
  return first.data[field];
}

const countOf = async (table: string, person: Person): Promise<number> => {
  const rows: unknown[] = await db().query(`SELECT 1 FROM ${table} WHERE $1 IN (${OF[table]})`, [
    person.id,
  ]);
  return rows.length;
};

const OF: Readonly<Record<string, string>> = {
  message: "author_id",
  message_block: "owner_id",
  introduction_request: "author_id",
  report: "reporter_id",
};

it("sends, answers and blocks once, also when it is sent again", async () => {
  const [ada, bo] = [
    await buildPerson(db(), { audience: Audience.PUBLIC }),
    await buildPerson(db(), { audience: Audience.PUBLIC }),
  ];
  const letter = await twice("sendMessage", { to: bo.id, subject: "A", text: "B" }, as(ada));
  await twice("replyToMessage", { message: letter.id, text: "C" }, as(bo));
  await twice("blockSender", { message: letter.id }, as(bo));
  expect([await countOf("message", ada), await countOf("message", bo)]).toEqual([1, 1]);
  expect(await countOf("message_block", bo)).toBe(1);
});

it("asks for an introduction and answers it once, also when it is sent again", async () => {
  const three = await Promise.all(
    [1, 2, 3].map(async () => {
      const { id } = await buildOrganisation(db());
      const person = await buildPerson(db());
      await buildHeldRole(db(), { organisationId: id, personId: person.id });
      return { id, person };
    }),
  );
  const [seeker, over, target] = three as [Party, Party, Party];
  const speaking = ({ id, person }: Party): Viewer => ({
    ...as(person),
    organisations: [{ id, role: "OWNER" }],
  });
  const asked = { seeker: seeker.id, over: over.id, target: target.id, text: "Hello" };
  const { id: introduction } = await twice("requestIntroduction", asked, speaking(seeker));
  const accepts = { introduction, answer: "ACCEPT" };
  await twice("answerIntroduction", accepts, speaking(over));
  await twice("answerIntroduction", accepts, speaking(target));
  const tells = { introduction, outcome: "YES" };
  await twice("tellIntroductionOutcome", tells, speaking(seeker));
  expect(await countOf("introduction_request", seeker.person)).toBe(1);
});

it("reports, takes down and restores once, also when it is sent again", async () => {
  const ada = await buildPerson(db());
  const { id: about } = await buildOrganisation(db());
  const { id } = await twice("reportContent", { about, reason: "SAFETY" }, as(ada));
  const decision = { report: id, decision: "TAKE_DOWN", note: "It names a shelter" };
  await twice("decideReport", decision, moderator);
  await twice("restoreContent", { report: id, note: "It does not any more" }, moderator);
  expect(await countOf("report", ada)).toBe(1);
  const [kept] = await db().query("SELECT state FROM report WHERE id = $1", [id]);
  expect(kept).toEqual({ state: "RESTORED" });
});
