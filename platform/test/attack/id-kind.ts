/** Ids that are tried, by their prefix. */
export type Ids = ReadonlyMap<string, readonly string[]>;

/** What an argument or an input field of this name names, by the prefix of its ids. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^(organisations?|source|target|of|to|about|for|from|presenter|implementers|partners)$/i, "org"],
  [/^(into|holder|order|requiredOrganisations|unansweredBy)$/i, "org"],
  [/^(person|people|delegate|alternate|interpreters)$/i, "per"],
  [/^(networks?|forMembersOf)$/i, "net"],
  [/^(workingGroups?|groups?)$/i, "grp"],
  [/^(meetings?|at)$/i, "mtg"],
  [/^(meetingSeries|series)$/i, "ser"],
  [/^practices?$/i, "prc"],
  [/^consultation$/i, "icl"],
  [/^workplan$/i, "wpl"],
  [/^message$/i, "msg"],
  [/^(seeker|over|partnersFor)$/i, "org"],
  [/^introduction$/i, "itr"],
  [/^report$/i, "rpt"],
  [/^agendaItem$/i, "agi"],
  [/^proposal$/i, "agp"],
  [/^paper$/i, "ppr"],
  [/^poll$/i, "pol"],
  [/^slot$/i, "psl"],
  [/^invitation$/i, "piv"],
  [/^call$/i, "icl"],
  [/^claim$/i, "clm"],
  [/^merge$/i, "mrg"],
  [/^seat$/i, "sea"],
  [/^(viewer|requestId)$/i, "acc"],
];

/** What `id` names in a field: `updateOrganisation` changes an organisation. */
const BY_FIELD: readonly (readonly [RegExp, string])[] = [
  [/import$/i, "imp"],
  [/savedSearch$/i, "sav"],
  [/networkMember$/i, "nmb"],
  [/agendaItem(Outcome)?$/i, "agi"],
  [/agendaProposal$/i, "agp"],
  [/paper$/i, "ppr"],
  [/poll$/i, "pol"],
  [/pollLink$/i, "plk"],
  [/calendarFeed$/i, "cal"],
  [/freeDate$/i, "frd"],
  [/inputCall$/i, "icl"],
  [/action$/i, "act"],
  [/decision$/i, "dec"],
  [/meetingRotation$/i, "ser"],
  [/meetingTurn$/i, "mtg"],
  [/networkJoinRequest$/i, "njr"],
  [/joinRequest$/i, "jrq"],
  [/workplan$/i, "wpl"],
  [/activity$/i, "wpa"],
  [/milestone$/i, "mst"],
  [/meetingSeries(Calendar)?$/i, "ser"],
  [/apiKey$/i, "key"],
  [/workingGroup(State)?$/i, "grp"],
  [/practice(Review|Organisation)?$/i, "prc"],
  [/invitation$/i, "inv"],
  [/relationship$/i, "rel"],
  [/session$/i, "ses"],
  [/seat$/i, "sea"],
  [/role$/i, "rol"],
  [/organisation$/i, "org"],
  [/person$/i, "per"],
  [/network$/i, "net"],
  [/meeting$/i, "mtg"],
];

/** Says which of several are meant, and nothing of what they are. */
const WHICH = /^(anyOf|allOf|noneOf|ids)$/;

/** By which name a place is known, in which one stands: `networks.anyOf` holds networks. */
export const nameIn = (above: string, name: string): string => (WHICH.test(name) ? above : name);

/** Null where any kind of id may stand, or none of a record. */
export function kindOfId(field: string, name: string): string | null {
  const [names, from] = name === "id" ? [BY_FIELD, field] : [BY_NAME, name];
  return names.find(([pattern]) => pattern.test(from))?.[1] ?? null;
}
