import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { buildOrganisation, buildPerson } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { retention } from "../retention/retention.service.ts";

const { db, execute, service, sqlOf, tell } = createHarness(stakeholders);

type Viewer = ReturnType<typeof buildViewer>;
const moderator = buildViewer({ id: "acc_mod", person: "per_mod", platform: ["MODERATOR"] });
const someone = async (held: Partial<Viewer> = {}) => {
  const { id } = await buildPerson(db());
  return buildViewer({ id: `acc_${id}`, person: id, ...held });
};

async function report(about: string, viewer: Viewer): Promise<string> {
  const query = "mutation ($input: ReportContentInput!) { reportContent(input: $input) { id } }";
  const input = { about, reason: "SAFETY", comment: "A home address" };
  return (await execute(query, { viewer, input })).data.reportContent.id;
}
async function decide(id: string | undefined, decision: string): Promise<void> {
  const query = "mutation ($input: DecideReportInput!) { decideReport(input: $input) { id } }";
  const input = { report: id, decision, note: "It names a shelter" };
  expect((await execute(query, { viewer: moderator, input })).errors).toBeUndefined();
}

it("shows those who decide what they may not see elsewhere, in one statement, and nobody else", async () => {
  const group = "grp_01h455vb4pex5vsknk084sn02q";
  const protection = { audience: "NOBODY", organisations: [], networks: [] };
  const payload = { protection, name: "Shelter", description: "It finds rooms", network: null };
  await tell("working-groups", { type: "WorkingGroup", id: group, payload });
  const hidden = { audience: Audience.NOBODY, description: `It hides${"!".repeat(600)}` };
  const { id, name } = await buildOrganisation(db(), hidden);
  const member = await someone({
    organisations: [{ id, role: "OWNER" }],
    groups: [{ id: group, role: "MEMBER" }],
  });
  await report(group, member);
  await report(id, member);
  const query = "{ reports(first: 100) { nodes { about aboutType title excerpt } } }";
  const ask = async (viewer: Viewer) => (await execute(query, { viewer })).data.reports.nodes;
  const statements = await sqlOf(async () => {
    expect(await ask(moderator)).toEqual([
      { about: group, aboutType: "WorkingGroup", title: "Shelter", excerpt: "It finds rooms" },
      {
        ...{ about: id, aboutType: "Organisation", title: name },
        excerpt: hidden.description,
      },
    ]);
  });
  expect(statements.filter((sql) => sql.includes("AS excerpt"))).toHaveLength(1);
  const own: { excerpt: string | null }[] = await ask(member);
  expect(own.map(({ excerpt }) => excerpt)).toEqual([null, null]);
});

it("keeps no words in the audit log, and none for longer than a year", async () => {
  const ada = await someone();
  const ids = [
    await report((await buildOrganisation(db())).id, ada),
    await report((await buildOrganisation(db())).id, ada),
  ];
  await decide(ids[0], "TAKE_DOWN");
  await decide(ids[1], "DISMISS");
  await service().parts.audit.seal();
  const records = await db().query<{ content: string }[]>("SELECT content FROM audit_record");
  const text = records.map(({ content }) => content).join();
  for (const id of ids) expect(text).toContain(id);
  expect(text).not.toMatch(/A home address|It names a shelter/);

  const rule = retention.find(({ what }) => what === "reports that were decided");
  const rows = () => db().query("SELECT id, comment, note FROM report WHERE id = ANY($1)", [ids]);
  await rule?.forget(service().parts, new Date());
  expect(await rows()).toHaveLength(2);
  await rule?.forget(service().parts, new Date(Date.now() + 366 * 86_400_000));
  expect(await rows()).toEqual([{ id: ids[0], comment: null, note: null }]);
});
