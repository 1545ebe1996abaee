import { RolesArgs } from "../role/role.inputs.ts";
import { today } from "@convene/shared/today";
import type { Loaders } from "../context.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import type { Person } from "../person/person.entity.ts";
import type { OrganisationFacts, PersonFacts } from "./contact-facts.value.ts";

type OrganisationLoaders = Pick<Loaders, "identifiersByOrganisation">;
type PersonLoaders = Pick<Loaders, "organisations" | "rolesByPerson">;

/** As many roles as a page of them has. */
const MOST_ROLES = 100;

/** Writes what the viewer may see already, by their own loaders: so a card can tell nothing else. */
export class ContactCardService {
  async ofOrganisation(
    organisation: Organisation,
    loaders: OrganisationLoaders,
    write: (facts: OrganisationFacts) => string,
  ): Promise<string> {
    const identifiers = await loaders.identifiersByOrganisation.load(organisation.id);
    return write({ organisation, identifiers });
  }

  async ofPerson(
    person: Person,
    loaders: PersonLoaders,
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
    return write({ person, roles: roles.filter((role) => role !== null) });
  }
}
