import type { Making, Planned } from "./permission-world.ts";

export const STARTS = {
  localStart: "2040-01-10T10:00:00",
  timeZone: "Europe/London",
  durationMinutes: 60,
};

/** What the group is asked. */
export async function makePolls(making: Making, root: string): Promise<void> {
  const { localStart, ...rest } = STARTS;
  const poll = (showsAnswers: boolean): Planned => ({
    field: "createPoll",
    input: {
      ...{ group: making.id("group"), title: "P", localStarts: [localStart], ...rest },
      ...{ deadline: "2039-12-01T00:00:00Z", showsAnswers },
    },
    selection: "id slots { nodes { id } } asked: invitations { nodes { id organisation { id } } }",
  });
  await making.make(root, {
    ...{ poll: poll(false), "poll to close": poll(false), "open poll": poll(true) },
  });
  const link = { field: "createPollLink", input: { invitation: making.id("asked by poll") } };
  await making.make(root, { "poll link": link });
}

/** What the group plans to do. */
export async function makeWork(making: Making, root: string): Promise<void> {
  const year = { startDate: "2040-01-01", endDate: "2040-12-31" };
  const group = making.id("group");
  const due = { group, title: "M", dueDate: "2040-06-01" };
  await making.make(root, {
    workplan: { field: "addWorkplan", input: { group, title: "W", ...year } },
    milestone: { field: "addMilestone", input: due },
    call: {
      field: "openInputCall",
      input: {
        ...{ group, title: "C", questions: [{ question: "Why?" }], answersShownTo: "CO_LEADS" },
        closesAt: "2027-12-01T00:00:00Z",
      },
    },
    charter: { field: "adoptCharter", input: { group, purpose: "P", quorum: { percent: 50 } } },
  });
  const days = { startDate: "2040-02-01", dueDate: "2040-03-01" };
  const activity: Planned = {
    field: "addActivity",
    input: { workplan: making.id("workplan"), title: "A", ...days },
  };
  const about = { id: making.id("agenda item"), consultation: making.id("call") };
  await making.make(root, {
    consulted: { field: "updateAgendaItem", input: about },
    answer: {
      field: "answerInputCall",
      input: {
        ...{ call: making.id("call"), organisation: making.id("organisation") },
        answers: [{ question: "Why?", answer: "So" }],
      },
    },
  });
  const whose = ["", " for coLead", " for secretariat", " for admin"];
  await making.make(
    root,
    Object.fromEntries(whose.map((one) => [`activity${one}`, activity] as const)),
  );
}
