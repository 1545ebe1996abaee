import type { Making, PermissionWorld } from "./permission-world.ts";

const at = (localStart: string) => ({ localStart, timeZone: "Europe/London", durationMinutes: 60 });

/** Two meetings that have been, and what was said and agreed at one to come. */
export async function makeMinutes(making: Making, root: string): Promise<void> {
  const { id } = making;
  const held = (localStart: string) => ({
    field: "createMeeting",
    input: { group: id("group"), title: "Held", audience: "PUBLIC", ...at(localStart) },
  });
  const agreed = { meeting: id("meeting"), text: "Agreed", organisation: id("organisation") };
  await making.make(root, {
    held: held("2026-01-10T10:00:00"),
    "held later": held("2026-02-10T10:00:00"),
    "meeting to rule": held("2041-01-10T10:00:00"),
    minutes: {
      field: "saveMinutes",
      input: { agendaItem: id("agenda item"), text: "Said", baseVersion: 0 },
    },
    decision: { field: "recordDecision", input: agreed },
    action: { field: "recordAction", input: agreed },
  });
}

/** What the administrator has proposed for a meeting and a series. */
export async function makeProposals(
  making: Making,
  tokens: PermissionWorld["tokens"],
): Promise<void> {
  const { id } = making;
  const proposed = (place: object) => ({
    field: "proposeAgendaItem",
    input: { ...place, title: "Proposed", purpose: "DISCUSS", minutesAsked: 5 },
  });
  const item = {
    field: "addAgendaItem",
    input: { meeting: id("meeting of series-PUBLIC"), title: "Item", durationMinutes: 5 },
  };
  const ofSeries = proposed({ series: id("series-PUBLIC") });
  await making.make(tokens.admin, {
    "item of a series": item,
    "item to postpone": item,
    "proposal accepted": proposed({ meeting: id("meeting") }),
    proposal: proposed({ meeting: id("meeting") }),
    "proposal to accept": proposed({ meeting: id("meeting") }),
    "proposal to decline": ofSeries,
    "proposal to postpone": ofSeries,
  });
  await making.make(tokens.admin, {
    "accepted proposal": {
      field: "acceptAgendaProposal",
      input: { id: id("proposal accepted") },
      selection: "id agendaItem { id }",
    },
    postponed: { field: "postponeAgendaItem", input: { agendaItem: id("item to postpone") } },
  });
}
