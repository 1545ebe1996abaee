import { canSee } from "@convene/shared/audience";
import { invalid, notFound } from "@convene/shared/errors";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In } from "typeorm";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import { MeetingRole } from "./meeting-role.enum.ts";

/** Somebody who is named for a role. */
export interface NamedHolder {
  /** Where they are named in the input. */
  readonly field: string;
  readonly id: string;
  readonly role: MeetingRole;
  /** Whose meetings they are. */
  readonly groupId: string | null;
}

/** Who is named to host or to chair. */
export class TurnHolders {
  constructor(private readonly lookup: ReplicaLookup) {}

  /** To be called before a transaction: one made a moment ago may not be known here yet. */
  async expect(ids: readonly string[]): Promise<void> {
    const of = (prefix: string) => [...new Set(ids.filter((id) => prefixOf(id) === prefix))];
    await this.lookup.expect("stakeholders", OrganisationReplica, of("org"));
    await this.lookup.expect("stakeholders", PersonReplica, of("per"));
    await this.lookup.expect("working-groups", SeatReplica, of("sea"));
  }

  /**
   * As many statements for many as for one.
   *
   * @throws NOT_FOUND for one that is missing, or hidden from the viewer; BAD_USER_INPUT
   */
  async check(
    manager: EntityManager,
    viewer: Viewer,
    holders: readonly NamedHolder[],
  ): Promise<void> {
    const ids = In(holders.map(({ id }) => id));
    const seats = byId(await manager.findBy(SeatReplica, { id: ids }));
    const seated = Array.from(seats.values(), ({ organisationId }) => organisationId);
    const named = In([...holders.map(({ id }) => id), ...seated]);
    const organisations = byId(await manager.findBy(OrganisationReplica, { id: named }));
    const people = byId(await manager.findBy(PersonReplica, { id: ids }));
    const isSeen = (found: OrganisationReplica | PersonReplica | undefined) =>
      found !== undefined && canSee(viewer, found);
    const sees: Readonly<Record<string, (holder: NamedHolder) => boolean>> = {
      Organisation: ({ id }) => isSeen(organisations.get(id)),
      Person: ({ id }) => isSeen(people.get(id)),
      Seat: ({ id, groupId }) => {
        const seat = seats.get(id);
        return seat?.groupId === groupId && isSeen(organisations.get(seat.organisationId));
      },
    };
    for (const holder of holders) {
      const kind = kindOf(holder);
      if (!sees[kind]?.(holder)) throw notFound(kind, holder.id);
    }
  }
}

const KINDS: Readonly<Record<string, string>> = { org: "Organisation", per: "Person", sea: "Seat" };

/** @throws BAD_USER_INPUT */
function kindOf({ id, role, field }: NamedHolder): string {
  const kind = KINDS[prefixOf(id) ?? ""];
  if (role === MeetingRole.HOST && kind !== "Organisation") {
    throw invalid(field, `${id} is no organisation`);
  }
  if (kind === undefined) throw invalid(field, `${id} is no organisation, person or seat`);
  return kind;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
