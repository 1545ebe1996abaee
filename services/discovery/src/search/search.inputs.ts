import { ConnectionArgs } from "@convene/shared/connection/connection";
import {
  CountryFacetFilter,
  IdFacetFilter,
  NumberFacetFilter,
  SingleTextFacetFilter,
  TextFacetFilter,
} from "@convene/shared/facet/facet-filter.inputs";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, InputType } from "type-graphql";
import { FoundType, SearchSort } from "./search.enum.ts";

@InputType({
  description:
    "What found things must have, of whatever type. All that is given must hold; lists hold up to 100.",
})
export class SearchFilter {
  @Field(() => NumberFacetFilter, {
    nullable: true,
    description: "GCM objectives, 1 to 23; of meetings and series those of their group.",
  })
  objectives?: NumberFacetFilter | null;

  @Field(() => CountryFacetFilter, {
    nullable: true,
    description: "Countries of work; of groups, meetings and series those of their network.",
  })
  countries?: CountryFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description:
      "BCP 47: working languages of an organisation, the one in which a practice is told. Other types have none.",
  })
  languages?: TextFacetFilter | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description:
      "Networks: to which organisations belong today, practices by those who took part in them; in which groups, meetings and series stand. One that is hidden has nothing in it.",
  })
  networks?: IdFacetFilter | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description:
      "Working groups: in which organisations sit today; of which meetings and series are; the group itself. One that is hidden has nothing in it.",
  })
  workingGroups?: IdFacetFilter | null;

  @Field(() => SingleTextFacetFilter, {
    nullable: true,
    description: "Years of `date`, in UTC, such as `2026`.",
  })
  years?: SingleTextFacetFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "With a `date` on or after this day, in UTC.",
  })
  since?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "With a `date` before this day, in UTC.",
  })
  before?: string | null;
}

@ArgsType()
export class SearchArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "Words, in any language: of names, acronyms, identifiers and descriptions of organisations; titles and summaries of practices; names, codes, descriptions and workplans of groups; titles of meetings and series. Case and accents do not matter; small misspellings are forgiven. A text without a letter or digit asks for nothing.",
  })
  text?: string | null;

  @Field(() => SearchFilter, {
    nullable: true,
    description: "What must hold besides the text.",
  })
  filter?: SearchFilter | null;

  @Field(() => [FoundType], {
    nullable: true,
    description: "Which kinds of thing; all where absent. Of an empty list nothing is one.",
  })
  types?: FoundType[] | null;

  @Field(() => SearchSort, {
    defaultValue: SearchSort.RELEVANCE,
    description: "The order of the result.",
  })
  sort: SearchSort = SearchSort.RELEVANCE;
}
