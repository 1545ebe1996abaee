import type { Audience } from "@convene/shared/audience";
import { registerEnumType } from "type-graphql";

/** The fields that somebody may show to fewer than the record. Its names, acronym and category are the record. */
export enum OrganisationField {
  AREAS = "AREAS",
  COUNTRIES = "COUNTRIES",
  DESCRIPTION = "DESCRIPTION",
  IDENTIFIERS = "IDENTIFIERS",
  LANGUAGES = "LANGUAGES",
  NEEDS = "NEEDS",
  OBJECTIVES = "OBJECTIVES",
  OFFERS = "OFFERS",
  OTHER_NAMES = "OTHER_NAMES",
  SECTORS = "SECTORS",
  WEBSITE = "WEBSITE",
}

export type OrganisationFieldName = `${OrganisationField}`;

/** Who may see a field, where these are fewer than those who see the record. */
export type FieldAudiences = Readonly<Partial<Record<OrganisationFieldName, Audience>>>;

registerEnumType(OrganisationField, {
  name: "OrganisationField",
  description: "A field of an organisation that may have an audience of its own.",
  valuesConfig: {
    AREAS: { description: "`areas`: without them, a place is no finer than its country." },
    COUNTRIES: { description: "`countries`, and with them `areas`." },
    DESCRIPTION: { description: "`description`." },
    IDENTIFIERS: { description: "`identifiers`; nor is it found by one." },
    LANGUAGES: { description: "`languages`." },
    NEEDS: { description: "`needs`." },
    OBJECTIVES: { description: "`objectives`." },
    OFFERS: { description: "`offers`." },
    OTHER_NAMES: { description: "`otherNames`." },
    SECTORS: { description: "`sectors`." },
    WEBSITE: { description: "`website`." },
  },
});
