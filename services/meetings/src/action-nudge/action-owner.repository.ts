import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import type { Owned } from "../commitment/commitment.policy.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { reachedAmong } from "../account/reached-people.repository.ts";
import { SeatReplica } from "../seat/seat.replica.ts";

type Seated = Pick<SeatReplica, "startDate" | "endDate">;

const isHeldOn =
  (day: string) =>
  ({ startDate, endDate }: Seated): boolean =>
    startDate <= day && (endDate === null || endDate > day);

/** Who is to hear of what each is to carry: its person, else the delegates of its organisation. */
export async function ownersIn<T extends Owned>(
  manager: EntityManager,
  { actions, groupId, day }: OwnedIn<T>,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const orphans = actions.filter(({ personId }) => personId === null);
  const organisations = orphans.flatMap(({ organisationId: id }) => (id === null ? [] : [id]));
  const where = { groupId: groupId ?? "", organisationId: In(organisations) };
  const seats = await manager.find(SeatReplica, { where, order: { id: "ASC" } });
  const held = seats.filter(isHeldOn(day));
  const owned = new Map<string, T[]>();
  for (const action of actions) {
    for (const person of new Set(peopleOf(action, held))) {
      owned.set(person, [...(owned.get(person) ?? []), action]);
    }
  }
  return owned;
}

interface OwnedIn<T extends Owned> {
  readonly actions: readonly T[];
  readonly groupId: string | null;
  readonly day: string;
}

const peopleOf = ({ personId, organisationId }: Owned, seats: readonly SeatReplica[]): string[] =>
  personId === null
    ? seats.flatMap((seat) =>
        seat.organisationId === organisationId && seat.delegateId !== null ? [seat.delegateId] : [],
      )
    : [personId];

/**
 * Those of them who can be written to, with what they see by the seats that they fill, and by the
 * networks of the organisations for which they do. Other roles are not known here: whoever sees a
 * meeting by one of those alone is not told.
 */
export async function reachedOf(
  manager: EntityManager,
  people: readonly string[],
  day: string,
): Promise<readonly (Viewer & { readonly person: string })[]> {
  const them = In([...people]);
  const reached = await reachedAmong(manager, people);
  const known = await manager.findBy(SeatReplica, [{ delegateId: them }, { alternateId: them }]);
  const seats = known.filter(isHeldOn(day));
  const organisations = await manager.findBy(OrganisationReplica, {
    id: In(seats.map(({ organisationId }) => organisationId)),
  });
  const networks = new Map(organisations.map((one) => [one.id, one.networks]));
  return [...reached].sort().map((person) =>
    viewerOf(
      person,
      seats.filter((seat) => seat.delegateId === person || seat.alternateId === person),
      networks,
    ),
  );
}

const viewerOf = (
  person: string,
  seats: readonly SeatReplica[],
  networks: ReadonlyMap<string, readonly string[]>,
) => ({
  ...{ kind: "link" as const, id: person, person, platform: [], scopes: [] },
  organisations: seats.map(({ organisationId: id }) => ({ id, role: "DELEGATE" as const })),
  groups: seats.map(({ groupId: id }) => ({ id, role: "MEMBER" as const })),
  networks: seats
    .flatMap(({ organisationId }) => networks.get(organisationId) ?? [])
    .map((id) => ({ id, role: "MEMBER" as const })),
});
