import type { Harness } from "@convene/shared/testing/harness";
import fc from "fast-check";
import {
  buildAgendaItem,
  buildMeeting,
  buildNetwork,
  buildNetworkMember,
  buildOrganisation,
  buildPerson,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  sourceOf,
  type Told,
} from "./factories.ts";
import type { Network } from "./generated-network.ts";

/** In which order, and in how many pieces, a network is told. */
export interface Telling {
  readonly seed: readonly number[];
  readonly pieces: number;
}

export const telling: fc.Arbitrary<Telling> = fc.record({
  seed: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
  pieces: fc.integer({ min: 1, max: 8 }),
});

export const changesOf = (network: Network): Told[] => [
  ...network.organisations.map((item) => buildOrganisation({ ...item })),
  ...network.people.map((item) => buildPerson({ ...item })),
  ...network.networks.map((item) => buildNetwork({ ...item })),
  ...network.groups.map((item) => buildWorkingGroup({ ...item })),
  ...network.practices.map((item) => buildPractice({ ...item })),
  ...network.meetings.map((item) => buildMeeting({ ...item })),
  ...network.agendaItems.map((item) => buildAgendaItem({ ...item })),
  ...network.relationships.map((item) => buildRelationship({ ...item })),
  ...network.seats.map((item) => buildSeat({ ...item })),
  ...network.members.map((item) => buildNetworkMember({ ...item })),
];

/** Tells one network after the other: what the next has not is told to be gone. */
export class Teller {
  private readonly alive = new Map<string, string>();

  constructor(private readonly harness: Harness) {}

  async tell(network: Network, { seed, pieces }: Telling): Promise<void> {
    const changes = changesOf(network);
    const kept = new Set(changes.map(({ id }) => id));
    const gone = [...this.alive]
      .filter(([id]) => !kept.has(id))
      .map(([id, type]) => ({ id, type, payload: null }));
    for (const { id } of gone) this.alive.delete(id);
    for (const { id, type } of changes) this.alive.set(id, type);
    const shuffled = shuffle([...changes, ...gone], seed);
    const size = Math.ceil(shuffled.length / pieces);
    for (let from = 0; from < shuffled.length; from += size) {
      await this.tellPiece(shuffled.slice(from, from + size));
    }
  }

  private async tellPiece(piece: readonly { type: string; id: string; payload: object | null }[]) {
    for (const source of new Set(piece.map(({ type }) => sourceOf(type)))) {
      await this.harness.tell(source, ...piece.filter(({ type }) => sourceOf(type) === source));
    }
  }
}

function shuffle<T>(items: readonly T[], seed: readonly number[]): T[] {
  const weight = (at: number) => ((seed[at % seed.length] ?? 0) * (at + 7)) % 1_009;
  return items
    .map((item, at) => ({ item, weight: weight(at) }))
    .sort((one, other) => one.weight - other.weight)
    .map(({ item }) => item);
}
