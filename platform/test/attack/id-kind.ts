/** Ids that are tried, by their prefix. */
export type Ids = ReadonlyMap<string, readonly string[]>;

/** What an argument or an input field of this name names, by the prefix of its ids. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^(organisations?|source|target|of|to|about|for|from|presenter|implementers|partners)$/i, "org"],
  [/^(person|delegate|alternate)$/i, "per"],
  [/^networks?$/i, "net"],
  [/^(workingGroups?|groups?)$/i, "grp"],
  [/^meetings?$/i, "mtg"],
  [/^(meetingSeries|series)$/i, "ser"],
  [/^practices?$/i, "prc"],
  [/^consultation$/i, "icl"],
  [/^workplan$/i, "wpl"],
  [/^message$/i, "msg"],
  [/^(seeker|over|partnersFor)$/i, "org"],
  [/^introduction$/i, "itr"],
  [/^report$/i, "rpt"],
];

/** What `id` names in a field: `updateOrganisation` changes an organisation. */
const BY_FIELD: readonly (readonly [RegExp, string])[] = [
  [/import$/i, "imp"],
  [/savedSearch$/i, "sav"],
  [/networkMember$/i, "nmb"],
  [/agendaItem$/i, "agi"],
  [/inputCall$/i, "icl"],
  [/networkJoinRequest$/i, "njr"],
  [/joinRequest$/i, "jrq"],
  [/workplan$/i, "wpl"],
  [/activity$/i, "act"],
  [/milestone$/i, "mst"],
  [/meetingSeries$/i, "ser"],
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

/** Null where any kind of id may stand, or none of a record. */
export function kindOfId(field: string, name: string): string | null {
  const [names, from] = name === "id" ? [BY_FIELD, field] : [BY_NAME, name];
  return names.find(([pattern]) => pattern.test(from))?.[1] ?? null;
}
