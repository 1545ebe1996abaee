import type { LandscapeTie } from "../landscape/landscape-tie.value.ts";
import type { RecordedKind } from "../tie/tie.enum.ts";

/** What a relationship is in words, from its source to its target. */
const VERBS: Readonly<Record<string, string>> = {
  FUNDS: "funds",
  IMPLEMENTS_FOR: "implements for",
  PARTNER: "is a partner of",
  MEMBER_OF_UMBRELLA: "is a member of",
  PARENT_OF: "is the parent of",
  HOSTS: "hosts",
  ACTS_ON_BEHALF_OF: "acts on behalf of",
};

const TOGETHER: Record<RecordedKind, (names: string, place: string) => string> = {
  RELATIONSHIP: (names) => `${names} are related`,
  SEAT: (names, place) => `${names} sit in the same working group: ${place}`,
  NETWORK_MEMBERSHIP: (names, place) => `${names} belong to the same network: ${place}`,
  PRACTICE: (names, place) => `${names} worked on the same practice: “${place}”`,
};

/** In English. */
export function relationshipSentence(
  { label, startDate }: Pick<LandscapeTie, "label" | "startDate">,
  [source, target]: readonly [string, string],
): string {
  const since = startDate === null ? "" : ` (since ${startDate})`;
  return `${source} ${VERBS[label] ?? "is tied to"} ${target}${since}`;
}

export const togetherSentence = (
  kind: RecordedKind,
  [one, other]: readonly [string, string],
  place: string,
): string => TOGETHER[kind](`${one} and ${other}`, place);
