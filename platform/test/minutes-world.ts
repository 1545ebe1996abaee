import type { Making } from "./permission-world.ts";

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
