import { Audience } from "@convene/shared/audience";
import { ConnectionArgs } from "@convene/shared/connection/connection";
import {
  CountryFacetFilter,
  NumberFacetFilter,
  SingleTextFacetFilter,
  TextFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { MutationInput } from "@convene/shared/mutation-input";
import { CountryCodeScalar, DateScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { OrganisationFieldAudienceInput } from "./organisation-field.inputs.ts";
import {
  OrganisationOtherNameInput,
  OrganisationProvenanceInput,
} from "./organisation-origin.inputs.ts";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "What an organisation is called in one language." })
export class OrganisationNameInput {
  @Field(() => LanguageTagScalar, { description: "The language." })
  language!: string;

  @Field(() => String, { description: "The name in it." })
  name!: string;
}

@InputType({ description: "By what an organisation is known elsewhere." })
export class OrganisationIdentifierInput {
  @Field(() => String, {
    description:
      "Who gives it: the code of a list of org-id.guide that is known here, such as `gb-chc`; `ror`, `ecosoc`; `org-id` or `iati` for an identifier that is written whole, such as `GB-CHC-1234567`; or a word of your own that does not look like a code of a list. Kept in lower case.",
  })
  scheme!: string;

  @Field(() => String, {
    description:
      "The identifier; upper and lower case are the same. The check digits of a ROR id have to be right.",
  })
  value!: string;
}

@InputType({ description: "A first-level area of a country." })
export class OrganisationAreaInput {
  @Field(() => CountryCodeScalar, { description: "In which country." })
  country!: string;

  @Field(() => String, { nullable: true, description: "Its code, ISO 3166-2 or a P-code." })
  code?: string | null;

  @Field(() => String, { description: "Its name." })
  name!: string;
}

@InputType()
abstract class OrganisationFields extends MutationInput {
  @Field(() => [OrganisationNameInput], {
    nullable: true,
    description: "Its names by language, each language once.",
  })
  names?: OrganisationNameInput[] | null;

  @Field(() => [OrganisationOtherNameInput], {
    nullable: true,
    description: "What it is called as well, or was called before, at most 100.",
  })
  otherNames?: OrganisationOtherNameInput[] | null;

  @Field(() => [OrganisationProvenanceInput], {
    nullable: true,
    description:
      "The sources from which its record was written, at most 50. What files have brought stays noted.",
  })
  provenance?: OrganisationProvenanceInput[] | null;

  @Field(() => String, { nullable: true, description: "Its acronym, at most 40 characters." })
  acronym?: string | null;

  @Field(() => ID, { nullable: true, description: "The id of a stakeholder category." })
  category?: string | null;

  @Field(() => [OrganisationIdentifierInput], {
    nullable: true,
    description: "All its identifiers. One that names another organisation is a CONFLICT.",
  })
  identifiers?: OrganisationIdentifierInput[] | null;

  @Field(() => [CountryCodeScalar], { nullable: true, description: "Where it works." })
  countries?: string[] | null;

  @Field(() => [OrganisationAreaInput], {
    nullable: true,
    description: "The first-level areas where it works; their countries are added to `countries`.",
  })
  areas?: OrganisationAreaInput[] | null;

  @Field(() => [Int], { nullable: true, description: "Numbers of objectives, 1 to 23." })
  objectives?: number[] | null;

  @Field(() => [String], { nullable: true, description: "Its fields of work, at most 50." })
  sectors?: string[] | null;

  @Field(() => [LanguageTagScalar], {
    nullable: true,
    description: "The languages in which it works.",
  })
  languages?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "What it looks for from others, at most 50, each of at most 200 characters.",
  })
  needs?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "What it has to give to others, at most 50, each of at most 200 characters.",
  })
  offers?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether `findPartners` may tell others of it; true unless told.",
  })
  isOpenToPartners?: boolean | null;

  @Field(() => String, { nullable: true, description: "An http or https address." })
  website?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it does, in plain text of at most 5,000 characters.",
  })
  description?: string | null;

  @Field(() => Audience, { nullable: true, description: "Who may see it; at first, everybody." })
  audience?: Audience | null;

  @Field(() => [OrganisationFieldAudienceInput], {
    nullable: true,
    description: "The fields that fewer see than the record, and who.",
  })
  fieldAudiences?: OrganisationFieldAudienceInput[] | null;
}

@InputType({ description: "A new organisation. Who makes it becomes its owner." })
export class CreateOrganisationInput extends OrganisationFields {
  @Field(() => String, { description: "The name by which it is listed." })
  name!: string;
}

@InputType({
  description: "A change: what is left out stays, null takes away, a list replaces the one before.",
})
export class UpdateOrganisationInput extends OrganisationFields {
  @Field(() => ID, { description: "Which organisation." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The name by which it is listed." })
  name?: string | null;
}

@InputType({ description: "That an organisation's record is right." })
export class ConfirmOrganisationInput extends MutationInput {
  @Field(() => ID, { description: "Which organisation." })
  id!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was found right: today, unless told. Never a day to come.",
  })
  on?: string | null;
}

@InputType({ description: "An organisation that was entered by mistake." })
export class DeleteOrganisationInput extends MutationInput {
  @Field(() => ID, { description: "Which organisation." })
  id!: string;
}

@InputType({
  description:
    "Which organisations: all that match every part given. To search by words, or across services, use the search.",
})
export class OrganisationFilter {
  @Field(() => [ID], { nullable: true, description: "One of these, at most 100." })
  ids?: string[] | null;

  @Field(() => CountryFacetFilter, { nullable: true, description: "Where it works." })
  countries?: CountryFacetFilter | null;

  @Field(() => SingleTextFacetFilter, { nullable: true, description: "By category, by id." })
  categories?: SingleTextFacetFilter | null;

  @Field(() => TextFacetFilter, { nullable: true, description: "By sector, as written." })
  sectors?: TextFacetFilter | null;

  @Field(() => NumberFacetFilter, { nullable: true, description: "By objective, 1 to 23." })
  objectives?: NumberFacetFilter | null;
}

@ArgsType()
export class OrganisationsArgs extends ConnectionArgs {
  @Field(() => OrganisationFilter, { nullable: true, description: "Which; all unless told." })
  filter?: OrganisationFilter | null;
}
