import type { PermissionWorld } from "./permission-world.ts";

type Attempt = (id: PermissionWorld["id"]) => object;

const IT = "a group's meeting that everybody sees";
const OWNED = "how far one is that the organisation carries";

const PROPOSED = "what the administrator has proposed";

const recorded: Attempt = (id) => ({ meeting: id("meeting to rule"), text: "Agreed" });

/** How what is said and agreed at meetings is tried, by the key of its row. */
export const MINUTES_ATTEMPTS: Readonly<Record<string, Attempt>> = {
  [`saveMinutes: ${IT}`]: (id) => ({
    agendaItem: id("agenda item"),
    ...{ text: "Said", baseVersion: 99 },
  }),
  // It has not begun: CONFLICT.
  [`concludeMeeting: ${IT}`]: (id) => ({ meeting: id("meeting") }),
  [`approveMinutes: ${IT}`]: (id) => ({ meeting: id("meeting"), at: id("meeting") }),
  [`recordDecision: ${IT}`]: recorded,
  [`updateDecision: ${OWNED}`]: (id) => ({ id: id("decision"), note: "Without a state" }),
  [`recordAction: ${IT}`]: recorded,
  [`updateAction: ${OWNED}`]: (id) => ({ id: id("action"), note: "Without a state" }),
  [`setAgendaItemOutcome: ${IT}`]: (id) => ({ id: id("agenda item"), outcome: null }),
  "setAgendaTemplate: of a group that everybody sees": (id) => ({
    group: id("group"),
    items: [{ standing: "WELCOME", durationMinutes: 0 }],
  }),
  [`applyAgendaTemplate: ${IT}`]: (id) => ({ meeting: id("meeting to rule") }),
  [`proposeAgendaItem: ${IT}`]: (id) => ({
    meeting: id("meeting to rule"),
    ...{ title: "Tried", purpose: "DISCUSS", minutesAsked: 0 },
  }),
  [`updateAgendaProposal: ${PROPOSED}`]: (id) => ({ id: id("proposal"), title: "" }),
  [`withdrawAgendaProposal: ${PROPOSED}`]: (id) => ({ id: id("proposal to accept") }),
  [`acceptAgendaProposal: ${PROPOSED}`]: (id) => ({ id: id("proposal"), position: 0 }),
  [`declineAgendaProposal: ${PROPOSED}`]: (id) => ({ id: id("proposal"), reason: "" }),
  // Its meeting is of no series: CONFLICT.
  [`postponeAgendaProposal: ${PROPOSED}`]: (id) => ({ id: id("proposal") }),
  [`postponeAgendaItem: ${IT}`]: (id) => ({ agendaItem: id("agenda item") }),
  [`applyChathamHouseRule: ${IT}`]: (id) => ({ meeting: id("meeting to rule") }),
};
