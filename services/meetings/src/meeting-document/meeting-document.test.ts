import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { coLeadOf, createFactories, localFromNow } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { execute } = harness;
const { buildAgendaItem, buildGroup, buildMeeting, buildOrganisation } = createFactories(harness);

const DOCUMENTS = `query ($id: ID!, $format: DocumentFormat!, $language: LanguageTag) {
  meeting(id: $id) {
    agenda: agendaDocument(format: $format, language: $language) { ...Parts }
    minutes: minutesDocument(format: $format, language: $language) { ...Parts } } }
  fragment Parts on MeetingDocument { fileName mediaType language text base64 }`;

async function change(mutation: string, viewer: ReturnType<typeof coLeadOf>, input: object) {
  const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`;
  const { data, errors } = await execute(query, { viewer, input });
  if (errors?.[0]) throw errors[0];
  return (data as { made: { id: string } }).made.id;
}

/** A meeting of which something of everything was recorded. */
async function buildRecorded() {
  const group = await buildGroup();
  const lead = coLeadOf(group);
  const localStart = `${localFromNow(-48).slice(0, 10)}T10:00:00`;
  const meeting = await buildMeeting({
    ...{ group, localStart, timeZone: "Europe/London", durationMinutes: 60 },
    title: "Network <meeting> *one*",
  });
  const organisation = await buildOrganisation({ name: "Migrants [First]" });
  const agendaItem = await buildAgendaItem(meeting, {
    ...{ title: "Survey", durationMinutes: 20, purpose: "DECIDE" },
    ...{ objective: 7, presenter: organisation },
  });
  const text = "Goes out.\n\n```\n<script>alert(1)</script> ![x](https://elsewhere.example/x.png)";
  await change("saveMinutes", lead, { agendaItem, text, baseVersion: 0 });
  const agreed = { meeting, agendaItem, organisation, text: "Send it", dueOn: "2027-03-01" };
  await change("recordDecision", lead, { ...agreed, text: "All agree" });
  await change("recordAction", lead, agreed);
  await change("recordAttendance", lead, { meeting, organisation, status: "ATTENDED" });
  return { group, lead, meeting, day: localStart.slice(0, 10) };
}

async function documentsOf(id: string, { viewer, ...wanted }: Record<string, unknown>) {
  const asked = { format: "MARKDOWN", language: null, ...wanted };
  const { data, errors } = await execute(DOCUMENTS, {
    viewer: viewer as ReturnType<typeof coLeadOf>,
    id,
    ...asked,
  });
  expect(errors).toBeUndefined();
  return data?.meeting;
}

it("gives the agenda and the minutes as Markdown, with the dates of the language", async () => {
  const { lead, meeting, day } = await buildRecorded();
  const { agenda, minutes } = await documentsOf(meeting, { viewer: lead, language: "fr-CH" });
  expect(agenda).toMatchObject({
    fileName: `agenda-${day}-fr.md`,
    mediaType: "text/markdown; charset=utf-8",
    language: "fr",
  });
  expect(agenda.text).toContain(String.raw`# Network \<meeting\> \*one\*`);
  expect(agenda.text).toContain("**Ordre du jour**");
  expect(agenda.text).toMatch(/10:00 \(20.min\) · Pour décision · Présenté par: Migrants/);
  expect(minutes.text).toContain("**Compte rendu (projet)**");
  expect(minutes.text).toContain(`## Présents\n\n- Migrants \\[First\\]`);
  expect(minutes.text).toContain("> Goes out.\n> \n> ```");
  expect(minutes.text).toContain("**Décision**: All agree (");
  expect(minutes.text).toMatch(/\*\*Action\*\*: Send it \(.+ · d’ici au 1.+mars 2027 · ouverte\)/);
});

it("gives pages that run nothing, load nothing, and end each text where it ends", async () => {
  const { lead, meeting } = await buildRecorded();
  const { minutes } = await documentsOf(meeting, { viewer: lead, format: "HTML", language: "ar" });
  expect(minutes.text).toContain('<html lang="ar" dir="rtl">');
  expect(minutes.text).not.toMatch(/<script|<img/);
  expect(minutes.text).toMatch(/<\/blockquote>\s*<ul dir="auto">/);
  expect(Buffer.from(minutes.base64, "base64").toString()).toBe(minutes.text);
});

it("gives PDF, and shows minutes to nobody who does not sit there", async () => {
  const { lead, meeting, day } = await buildRecorded();
  const { minutes } = await documentsOf(meeting, { viewer: lead, format: "PDF", language: "zh" });
  expect(minutes).toMatchObject({ fileName: `minutes-${day}-zh.pdf`, text: null });
  expect(Buffer.from(minutes.base64, "base64").subarray(0, 5).toString()).toBe("%PDF-");
  for (const viewer of [null, buildViewer()]) {
    const shown = await documentsOf(meeting, { viewer });
    expect(shown.minutes).toBeNull();
    expect(shown.agenda.text).toContain("Survey");
  }
});

it("refuses a language that documents do not speak", async () => {
  const id = await buildMeeting();
  const answer = await execute(DOCUMENTS, { id, format: "HTML", language: "de" });
  expect(answer.errors?.map(({ extensions }) => extensions)).toMatchObject([
    { code: "BAD_USER_INPUT", field: "language" },
  ]);
});
