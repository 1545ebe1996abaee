import { forAll } from "./demo-graph.ts";
import type { DemoLoad } from "./demo-load.ts";

type Series = DemoLoad["network"]["series"][number];
type Meeting = Pick<
  Series["occurrences"][number],
  "key" | "title" | "date" | "agenda" | "attendance"
>;

/** The quarterly series with its occurrences, and the single meetings of the groups. */
export async function loadMeetings(load: DemoLoad): Promise<void> {
  await forAll(load.network.series, (series) => loadSeries(load, series));
  await forAll(load.network.groupMeetings, (meeting) => loadSingle(load, meeting));
}

interface MadeSeries {
  readonly id: string;
  readonly meetings: { readonly nodes: readonly { id: string }[] };
}

/** The rule makes the occurrences; what is planned for each is then written into it. */
async function loadSeries(load: DemoLoad, series: Series): Promise<void> {
  const { key, group, title, rrule, time, timeZone, durationMinutes, audience } = series;
  const occurrences = [...series.occurrences].sort((one, other) =>
    one.date < other.date ? -1 : 1,
  );
  const input = {
    key,
    group: load.groups.of(group),
    title,
    rule: rrule,
    count: occurrences.length,
    localStart: `${occurrences[0]?.date ?? ""}T${time}:00`,
    timeZone,
    durationMinutes,
    audience,
  };
  const { meetings } = await load.graph.change<MadeSeries>(
    ["meetings", "createMeetingSeries"],
    input,
    { selection: "id meetings(first: 100) { nodes { id } }" },
  );
  await forAll([...occurrences.entries()], async ([index, occurrence]) => {
    const id = meetings.nodes[index]?.id ?? "";
    const renamed = { key: occurrence.key, id, title: occurrence.title };
    await load.graph.change(["meetings", "updateMeeting"], renamed);
    await loadContent(load, id, occurrence);
  });
}

async function loadSingle(
  load: DemoLoad,
  meeting: DemoLoad["network"]["groupMeetings"][number],
): Promise<void> {
  const { key, group, title, date, time, timeZone, durationMinutes, audience } = meeting;
  const { id } = await load.graph.change(["meetings", "createMeeting"], {
    key,
    group: load.groups.of(group),
    title,
    localStart: `${date}T${time}:00`,
    timeZone,
    durationMinutes,
    audience,
  });
  await loadContent(load, id, meeting);
}

/** Agenda items follow each other, since each takes the next place. */
async function loadContent(load: DemoLoad, meeting: string, content: Meeting): Promise<void> {
  const { graph, organisations, people, practices } = load;
  for (const [index, item] of content.agenda.entries()) {
    await graph.change(["meetings", "addAgendaItem"], {
      key: `${content.key}/${index}`,
      meeting,
      title: item.title,
      purpose: item.purpose,
      durationMinutes: item.minutes,
      presenter: organisations.maybe(item.presenter),
      objective: item.objective,
      practice: practices.maybe(item.practice),
    });
  }
  for (const { organisation, person, status } of content.attendance) {
    await graph.change(["meetings", "recordAttendance"], {
      key: `${content.key}/${organisation}`,
      meeting,
      organisation: organisations.of(organisation),
      person: people.maybe(person),
      status,
    });
  }
}
