import { prefixOf } from "@convene/shared/type-id";

const KINDS: Readonly<Record<string, string>> = {
  ...{ org: "Organisation", per: "Person", net: "Network", rel: "Relationship" },
  ...{ grp: "WorkingGroup", mtg: "Meeting", ser: "MeetingSeries", agi: "AgendaItem" },
  pol: "Poll",
  ...{ prc: "Practice", msg: "Message", itr: "IntroductionRequest" },
};

/** The type of what has this id, as the graph and errors call it. */
export const kindOf = (id: string): string => KINDS[prefixOf(id) ?? ""] ?? "Node";

/** Which service has such content, by the prefix of its ids; those of this one are not here. */
export const SOURCES: Readonly<Record<string, string>> = {
  ...{ grp: "working-groups", mtg: "meetings", ser: "meetings", agi: "meetings" },
  pol: "meetings",
  prc: "practices",
};
