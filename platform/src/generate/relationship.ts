import { orderedEnds } from "@convene/stakeholders/relationship/relationship-type.policy";
import type { Relationship } from "@convene/stakeholders/relationship/relationship.entity";
import {
  RelationshipStatus,
  RelationshipType,
} from "@convene/stakeholders/relationship/relationship.enum";
import { generatedId } from "./generated-id.ts";
import { type Outline, profileAt } from "./outline.ts";
import { daysFrom, period, type Profile } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";

type Row = RowOf<Relationship, "source" | "target">;

const { CONFIRMED, ENDED, PROPOSED } = RelationshipStatus;

/** How many an organisation begins with those that were there before: 6 in the mean. */
const FIRST_TIES = [
  [0, 4],
  [1, 16],
  [2, 16],
  [4, 20],
  [6, 16],
  [9, 12],
  [14, 10],
  [26, 6],
] as const;

/** As what the newcomer stands to the older one. */
const TYPES = [
  [RelationshipType.PARTNER, 36],
  [RelationshipType.IMPLEMENTS_FOR, 22],
  [RelationshipType.FUNDS, 18],
  [RelationshipType.MEMBER_OF_UMBRELLA, 12],
  [RelationshipType.PARENT_OF, 4],
  [RelationshipType.HOSTS, 4],
  [RelationshipType.ACTS_ON_BEHALF_OF, 4],
] as const;

/** Of these the older one is the source: it funds, is the parent, gives a home, speaks for. */
const FROM_THE_OLDER: readonly RelationshipType[] = [
  RelationshipType.FUNDS,
  RelationshipType.PARENT_OF,
  RelationshipType.HOSTS,
  RelationshipType.ACTS_ON_BEHALF_OF,
];

/** How likely a tie is sought among those of one's country, one's first topic, or anywhere. */
const PLACES = [
  ["country", 35],
  ["topic", 25],
  ["anywhere", 40],
] as const;
const BY_DEGREE = 0.9;
/** How many times as attractive an international one is, at the same number of ties. */
const FITNESS = 2;
const TRIES = 8;

/**
 * Preferential attachment (Barabási and Albert, 1999) with fitness and homophily: each organisation in turn ties
 * itself to earlier ones, most often of its own country or topic, and the likelier the more ties they
 * have. So a few become hubs. A pair is tied once.
 */
export function* growRelationships(outline: Outline): Generator<Row> {
  const ends = new Ends();
  for (const profile of outline.profiles) {
    const random = new Random(outline.seed, "relationship", profile.index);
    const met = new Set<number>();
    const wanted = Math.min(random.weighted(FIRST_TIES), profile.index);
    for (let tries = 0; met.size < wanted && tries < wanted * TRIES; tries += 1) {
      const other = ends.find(profile, random);
      if (other === undefined || met.has(other)) continue;
      met.add(other);
      yield relationshipOf(outline, { profile, other: profileAt(outline, other), random });
    }
    ends.settle(profile);
    for (const other of met) {
      ends.tie(profile);
      ends.tie(profileAt(outline, other));
    }
  }
}

/** Who stands where, once for being there and once more for each tie. */
class Ends {
  private readonly ends = new Map<string, number[]>();
  private readonly present = new Map<string, number[]>();

  /** One who was there before, or nobody. */
  find({ country, topics }: Profile, random: Random): number | undefined {
    const keys = { country: country.code, topic: topics[0]?.words.en ?? "", anywhere: "" };
    const key = keys[random.weighted(PLACES)];
    const known = random.chance(BY_DEGREE) ? this.ends.get(key) : undefined;
    const all = known ?? this.present.get(key);
    return all && random.pick(all);
  }

  settle(profile: Profile): void {
    for (const key of keysOf(profile)) push(this.present, key, profile.index);
  }

  tie(profile: Profile): void {
    const times = profile.isInternational ? FITNESS : 1;
    for (const key of keysOf(profile)) {
      for (let at = 0; at < times; at += 1) push(this.ends, key, profile.index);
    }
  }
}

const keysOf = ({ country, topics }: Profile): readonly string[] => [
  country.code,
  topics[0]?.words.en ?? "",
  "",
];

function push(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}

interface Pair {
  readonly profile: Profile;
  readonly other: Profile;
  readonly random: Random;
}

function relationshipOf({ seed, day }: Outline, { profile, other, random }: Pair): Row {
  const type = random.weighted(TYPES);
  const [source, target] = FROM_THE_OLDER.includes(type) ? [other, profile] : [profile, other];
  return {
    isTakenDown: false,
    id: generatedId({ seed, prefix: "rel", index: profile.index, part: other.index }),
    type,
    ...orderedEnds(type, { sourceId: source.id, targetId: target.id }),
    ...courseOf(day, profile, random),
    knownFrom: random.chance(0.5) ? "Annual report" : null,
    createdAt: new Date(`${daysFrom(day, -random.int(1, 1_500))}T09:00:00.000Z`),
  };
}

/** One in twenty-five waits for the other side; one in ten is history. */
function courseOf(day: string, { id }: Profile, random: Random) {
  if (random.chance(0.04)) {
    return { status: PROPOSED, proposerId: id, startDate: null, endDate: null };
  }
  const { startDate, endDate } = period(random, day, 0.1);
  const isOver = endDate !== null && endDate <= day;
  return {
    status: isOver ? ENDED : CONFIRMED,
    proposerId: null,
    startDate: random.chance(0.15) ? null : startDate,
    endDate,
  };
}
