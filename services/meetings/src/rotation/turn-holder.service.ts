import { canSee } from "@convene/shared/audience";
import { invalid, notFound } from "@convene/shared/errors";
import { prefixOf } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
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

  /** @throws NOT_FOUND for one that is missing, or hidden from the viewer; BAD_USER_INPUT */
  async check(manager: EntityManager, viewer: Viewer, holder: NamedHolder): Promise<void> {
    const { id, role, field, groupId } = holder;
    const prefix = prefixOf(id);
    if (prefix === "org") return expectOrganisation(manager, viewer, id);
    if (role === MeetingRole.HOST) throw invalid(field, `${id} is no organisation`);
    if (prefix === "per") {
      const person = await manager.findOneBy(PersonReplica, { id });
      if (!person || !canSee(viewer, person)) throw notFound("Person", id);
      return;
    }
    if (prefix !== "sea") throw invalid(field, `${id} is no organisation, person or seat`);
    const seat = await manager.findOneBy(SeatReplica, { id });
    if (!seat || seat.groupId !== groupId) throw notFound("Seat", id);
    await expectOrganisation(manager, viewer, seat.organisationId);
  }
}

async function expectOrganisation(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
): Promise<void> {
  const found = await manager.findOneBy(OrganisationReplica, { id });
  if (!found || !canSee(viewer, found)) throw notFound("Organisation", id);
}
