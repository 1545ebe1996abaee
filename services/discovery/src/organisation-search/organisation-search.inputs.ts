import { ConnectionArgs } from "@convene/shared/connection/connection";
import {
  CountryFacetFilter,
  IdFacetFilter,
  NumberFacetFilter,
  SingleTextFacetFilter,
  TextFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { OrganisationSort } from "./organisation-search.enum.ts";

@InputType({
  description: "Organisations with a confirmed relationship to another one on the day asked.",
})
export class RelatedToFilter {
  @Field(() => ID, { description: "The other organisation." })
  organisation!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Relationship types that count, such as `FUNDS`; all where absent.",
  })
  types?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether these are left out instead, and all others found. One that is hidden is related to nobody.",
  })
  isExcluded?: boolean | null;
}

@InputType({
  description:
    "What found organisations must have. All that is given must hold; lists hold up to 100.",
})
export class OrganisationSearchFilter {
  @Field(() => NumberFacetFilter, { nullable: true, description: "GCM objectives, 1 to 23." })
  objectives?: NumberFacetFilter | null;

  @Field(() => CountryFacetFilter, { nullable: true, description: "Countries of work." })
  countries?: CountryFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description: "First-level areas of work: the code, or `GB Name` where there is none.",
  })
  areas?: TextFacetFilter | null;

  @Field(() => SingleTextFacetFilter, {
    nullable: true,
    description: "Stakeholder categories (GCM paragraph 44), such as `civil-society`.",
  })
  categories?: SingleTextFacetFilter | null;

  @Field(() => TextFacetFilter, { nullable: true, description: "Sectors, in their own words." })
  sectors?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, { nullable: true, description: "Working languages, BCP 47." })
  languages?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description: "What they look for, in their own words. Who offers a thing finds them by it.",
  })
  needs?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description: "What they have to give, in their own words. Who needs a thing finds them by it.",
  })
  offers?: TextFacetFilter | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description:
      "Networks to which they belong on the day asked, in any role. One that is hidden has nobody in it.",
  })
  networks?: IdFacetFilter | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description:
      "Working groups in which they sit on the day asked. One that is hidden has nobody in it.",
  })
  workingGroups?: IdFacetFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: with a seat today in a working group where an organisation sits for which the viewer acts; these themselves too. False: with none there. Where nobody is signed in, such groups are none.",
  })
  inMyWorkingGroups?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Implementers of, or partners in, a practice published since this day, in UTC.",
  })
  publishedPracticeSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Present, since this day in UTC, at a meeting whose attendance the viewer may see: of a group in which they sit, of their network as a whole, or any of a network whose secretariat they are. Nobody, for who sits nowhere.",
  })
  metSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Not present, since this day in UTC, at any meeting whose attendance the viewer may see, as in `metSince`. Everybody, for who sits nowhere.",
  })
  notMetSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Their record was confirmed on or after this day.",
  })
  confirmedSince?: string | null;

  @Field(() => RelatedToFilter, {
    nullable: true,
    description: "In a relationship with another one, or in none.",
  })
  relatedTo?: RelatedToFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether `networks` and `relatedTo` count also what is inherited from umbrellas: their memberships of networks, and of further umbrellas. `neighbourhood` names the umbrella. Facets count an organisation's own alone.",
  })
  includeInherited?: boolean | null;
}

@ArgsType()
export class OrganisationSearchArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "Words of a name, acronym, identifier or description, in any language. Case and accents do not matter; small misspellings are forgiven. A text without a letter or digit asks for nothing.",
  })
  text?: string | null;

  @Field(() => OrganisationSearchFilter, {
    nullable: true,
    description: "What must hold besides the text.",
  })
  filter?: OrganisationSearchFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Networks, groups, relationships, practices and meetings as they were on this day, in UTC, and only organisations that were there: entered by then, or with a tie that had begun. Today's if absent. Each has the category, countries, areas, objectives, sectors, languages, needs and offers of then, as far as these were noted; its names, its description and who may see what are always as of today.",
  })
  asOf?: string | null;

  @Field(() => OrganisationSort, {
    defaultValue: OrganisationSort.RELEVANCE,
    description: "The order of the result.",
  })
  sort: OrganisationSort = OrganisationSort.RELEVANCE;
}
