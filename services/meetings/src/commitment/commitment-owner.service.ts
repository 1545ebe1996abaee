import { canSee } from "@convene/shared/audience";
import type { Transaction } from "@convene/shared/database/transaction";
import { notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import type { Owned } from "./commitment.policy.ts";

export interface NamedOwner {
  readonly organisation?: string | null;
  readonly person?: string | null;
}

/** Who is named to carry something. */
export class NamedOwners {
  constructor(private readonly lookup: ReplicaLookup) {}

  /** To be called before a transaction: one made a moment ago may not be known here yet. */
  async expect({ organisation, person }: NamedOwner): Promise<void> {
    if (organisation) await this.lookup.expect("stakeholders", OrganisationReplica, [organisation]);
    if (person) await this.lookup.expect("stakeholders", PersonReplica, [person]);
  }

  /**
   * What is not named stays as it is known.
   *
   * @throws NOT_FOUND for one that is missing, or hidden from the viewer
   */
  async check(
    { manager }: Transaction,
    viewer: Viewer,
    { named, known }: { readonly named: NamedOwner; readonly known: Owned | null },
  ): Promise<Owned> {
    const { organisation, person } = named;
    if (organisation) {
      const found = await manager.findOneBy(OrganisationReplica, { id: organisation });
      if (!found || !canSee(viewer, found)) throw notFound("Organisation", organisation);
    }
    if (person) {
      const found = await manager.findOneBy(PersonReplica, { id: person });
      if (!found || !canSee(viewer, found)) throw notFound("Person", person);
    }
    const given = (value: string | null | undefined, before: string | null | undefined) =>
      (value === undefined ? before : value) ?? null;
    return {
      organisationId: given(organisation, known?.organisationId),
      personId: given(person, known?.personId),
    };
  }
}
