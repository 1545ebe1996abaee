import type { Identifier } from "../organisation/identifier.value.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import type { Person } from "../person/person.entity.ts";
import type { Role } from "../role/role.entity.ts";

/** What one viewer may know of an organisation, and a card tells of it. No address is among it. */
export interface OrganisationFacts {
  readonly organisation: Organisation;
  readonly identifiers: readonly Identifier[];
}

/** A role that is held today, in an organisation that the viewer sees. */
export interface HeldRole extends Pick<Role, "title" | "startDate" | "endDate"> {
  readonly organisation: Organisation;
}

/** What one viewer may know of a person. */
export interface PersonFacts {
  readonly person: Person;
  readonly roles: readonly HeldRole[];
}

const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

/** What people call a country, in English. */
export const countryName = (code: string): string => COUNTRIES.of(code) ?? code;
