import { RolesArgs } from "../role/role.inputs.ts";
import { today } from "@convene/shared/today";
import type { Loaders } from "../context.ts";
import type { Viewer } from "@convene/shared/viewer";
import { identifiersSeen } from "../organisation/organisation-field.service.ts";
import { asSeenBy } from "../organisation/organisation-field.policy.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import type { Person } from "../person/person.entity.ts";
import { personAsSeenBy } from "../person/person.policy.ts";
import type { OrganisationFacts, PersonFacts } from "./contact-facts.value.ts";

/** For whom a card is written, and by whose loaders. */
interface Reader<L extends keyof Loaders> {
  readonly viewer: Viewer | null;
  readonly loaders: Pick<Loaders, L>;
}

/** As many roles as a page of them has. */
const MOST_ROLES = 100;

/** Writes what the viewer may see already, by their own loaders: so a card can tell nothing else. */
export class ContactCardService {
  async ofOrganisation(
    organisation: Organisation,
    reader: Reader<"identifiersByOrganisation">,
    write: (facts: OrganisationFacts) => string,
  ): Promise<string> {
    const identifiers = await identifiersSeen(reader, organisation);
    return write({ organisation: asSeenBy(reader.viewer, organisation), identifiers });
  }

  async ofPerson(
    person: Person,
    { viewer, loaders }: Reader<"organisations" | "rolesByPerson">,
    write: (facts: PersonFacts) => string,
  ): Promise<string> {
    const held = Object.assign(new RolesArgs(), { first: MOST_ROLES, onDate: today() });
    const { nodes } = await loaders.rolesByPerson.load(person.id, held);
    const roles = await Promise.all(
      nodes.map(async ({ organisationId, title, startDate, endDate }) => {
        const organisation = await loaders.organisations.load(organisationId);
        return organisation && { title, startDate, endDate, organisation };
      }),
    );
    return write({
      person: personAsSeenBy(viewer, person),
      roles: roles.filter((role) => role !== null),
    });
  }
}
