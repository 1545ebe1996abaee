import { Audience } from "@convene/shared/audience";
import type { WorkingGroup } from "@convene/working-groups/working-group/working-group.entity";
import { WorkingGroupState } from "@convene/working-groups/working-group/working-group.enum";
import type { Seat } from "@convene/working-groups/seat/seat.entity";
import { SeatRole } from "@convene/working-groups/seat/seat.enum";
import { generatedId } from "./generated-id.ts";
import { type CharterRow, chartersOf, type TransitionRow, transitionsOf } from "./group-life.ts";
import { type Work, workOf } from "./group-work.ts";
import { languageOf } from "./network.ts";
import type { NetworkOutline } from "./network-outline.ts";
import { type Outline, profileAt, WORLD } from "./outline.ts";
import { peopleCount, personId } from "./person.ts";
import { daysFrom, holdsOn, period, type Profile } from "./profile.ts";
import { Random } from "./random.ts";
import type { RowOf } from "./row.ts";
import { fill, WORDS } from "./words.ts";
import type { Topic } from "./words.schema.ts";

const ORGANISATIONS_A_GROUP = 50;

const STATES = [
  [WorkingGroupState.ACTIVE, 66],
  [WorkingGroupState.CHARTERED, 8],
  [WorkingGroupState.PROPOSED, 6],
  [WorkingGroupState.DORMANT, 10],
  [WorkingGroupState.CONCLUDED, 10],
] as const;

const AUDIENCES = [
  [Audience.PUBLIC, 72],
  [Audience.NETWORK, 20],
  [Audience.ORGANISATION, 8],
] as const;

export type SeatRow = RowOf<Seat, "group">;

export interface Group {
  readonly index: number;
  readonly network: NetworkOutline;
  readonly topic: Topic;
  readonly row: RowOf<WorkingGroup>;
  readonly seats: readonly SeatRow[];
  readonly transitions: readonly TransitionRow[];
  readonly charters: readonly CharterRow[];
  /** Null where nothing is planned yet. */
  readonly work: Work | null;
}

export function* workingGroups(outline: Outline): Generator<Group> {
  const count = Math.ceil(outline.organisations / ORGANISATIONS_A_GROUP);
  for (let index = 0; index < count; index += 1) yield groupAt(outline, index);
}

function groupAt(outline: Outline, index: number): Group {
  const { seed, day } = outline;
  const random = new Random(seed, "group", index);
  const network = networkFor(outline, random);
  const topic = random.pick(WORDS.topics);
  const language = languageOf(network);
  const id = generatedId({ seed, prefix: "grp", index });
  const seats = seatsOf(outline, { index, id, network, topic });
  const held = seats.filter((seat) => holdsOn(seat, day));
  const createdAt = new Date(`${daysFrom(day, -random.int(900, 2_000))}T09:00:00.000Z`);
  const state = random.weighted(STATES);
  const life = { index, network, group: { id, state, createdAt } };
  const charters = chartersOf(outline, life);
  const row: RowOf<WorkingGroup> = {
    id,
    code: `TWG-${index + 1}`,
    name: fill(WORDS.groupOf[language], topic.words[language]),
    description: "Generated for trying out and measuring; not a real group.",
    workplan: random.chance(0.7) ? "2025–2028" : null,
    objectiveNumbers: [...topic.objectives].sort((one, other) => one - other),
    needs: charters[0]?.needs ?? [],
    version: 1,
    charterVersion: charters[0]?.version ?? null,
    quorum: charters[0]?.quorum ?? null,
    joinQuestions: null,
    state,
    networkId: network.id,
    audience: random.weighted(AUDIENCES),
    organisations: [...new Set(held.map(({ organisationId }) => organisationId))].sort(),
    networks: [network.id],
    createdAt,
    updatedAt: createdAt,
  };
  const transitions = transitionsOf(outline, life);
  const work = charters.length > 0 ? workOf(outline, { index, groupId: id }) : null;
  return { index, network, topic, row, seats, charters, transitions, work };
}

/** The more members a network has, the more groups it sets up. */
function networkFor({ profiles, networks }: Outline, random: Random): NetworkOutline {
  const { country } = random.pick(profiles);
  const key = random.weighted([
    [country.code, 86],
    [country.region, 10],
    [WORLD, 4],
  ]);
  const network = networks.get(key);
  if (!network) throw new RangeError(`There is no network ${key}`);
  return network;
}

type Place = Pick<Group, "index" | "network" | "topic"> & { readonly id: string };

/** Members of the network, most of whom work on the group's topic; the first one or two lead. */
function seatsOf(outline: Outline, place: Place): SeatRow[] {
  const random = new Random(outline.seed, "seats", place.index);
  const { members } = place.network;
  const wanted = Math.min(
    random.weighted([
      [6, 20],
      [10, 30],
      [16, 30],
      [28, 20],
    ]),
    members.length,
  );
  const leads = random.int(1, 2);
  const sitting = new Set<number>();
  for (let tries = 0; sitting.size < wanted && tries < 60 * wanted; tries += 1) {
    const index = random.pick(members);
    const isApt = profileAt(outline, index).topics.includes(place.topic);
    if (isApt || random.chance(0.15)) sitting.add(index);
  }
  return [...sitting].map((index, at) =>
    seatOf(outline, { place, profile: profileAt(outline, index), isLead: at < leads, random }),
  );
}

interface Sitting {
  readonly place: Place;
  readonly profile: Profile;
  readonly isLead: boolean;
  readonly random: Random;
}

function seatOf(outline: Outline, { place, profile, isLead, random }: Sitting): SeatRow {
  const { seed, day } = outline;
  const { index: at } = profile;
  const hasTwo = peopleCount(outline, at) > 1;
  const lasting = { startDate: daysFrom(day, -random.int(400, 1_200)), endDate: null };
  const term = period(random, day, 0.12);
  return {
    id: generatedId({ seed, prefix: "sea", index: place.index, part: at }),
    groupId: place.id,
    organisationId: profile.id,
    delegateId: random.chance(0.9) ? personId(seed, at, 0) : null,
    alternateId: hasTwo && random.chance(0.6) ? personId(seed, at, 1) : null,
    onBehalfOf: random.chance(0.04) ? "A coalition of smaller associations" : null,
    role: isLead
      ? SeatRole.CO_LEAD
      : random.weighted([
          [SeatRole.MEMBER, 85],
          [SeatRole.OBSERVER, 15],
        ]),
    ...(isLead ? lasting : term),
  };
}
