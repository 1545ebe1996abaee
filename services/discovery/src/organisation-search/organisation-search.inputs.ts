import { ConnectionArgs } from "@convene/shared/connection/connection";
import { DateScalar } from "@convene/shared/scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { IdFacetFilter, NumberFacetFilter, TextFacetFilter } from "./facet-filter.inputs.ts";
import { OrganisationSort } from "./organisation-search.enum.ts";

@InputType({ description: "Organisations with a confirmed tie to another one today." })
export class RelatedToFilter {
  @Field(() => ID, { description: "The other organisation." })
  organisation!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Relationship types that count, such as `FUNDS`; all where absent.",
  })
  types?: string[] | null;
}

@InputType({ description: "What found organisations must have. All that is given must hold." })
export class OrganisationSearchFilter {
  @Field(() => NumberFacetFilter, { nullable: true, description: "GCM objectives, 1 to 23." })
  objectives?: NumberFacetFilter | null;

  @Field(() => TextFacetFilter, { nullable: true, description: "Countries of work, alpha-2." })
  countries?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description: "First-level areas of work: the code, or `GB Name` where there is none.",
  })
  areas?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, {
    nullable: true,
    description: "Stakeholder categories (GCM paragraph 44), such as `civil-society`.",
  })
  categories?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, { nullable: true, description: "Sectors, in their own words." })
  sectors?: TextFacetFilter | null;

  @Field(() => TextFacetFilter, { nullable: true, description: "Working languages, BCP 47." })
  languages?: TextFacetFilter | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description: "Networks of which they are members today, that the viewer may see.",
  })
  networks?: IdFacetFilter | null;

  @Field(() => IdFacetFilter, {
    nullable: true,
    description: "Working groups in which they sit today, that the viewer may see.",
  })
  workingGroups?: IdFacetFilter | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Implementers of, or partners in, a practice published on or after this day.",
  })
  publishedPracticeSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Present at a meeting of the viewer's own groups or networks since this day.",
  })
  metSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Not present at any meeting of the viewer's own groups or networks since this day.",
  })
  notMetSince?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Their record was confirmed on or after this day.",
  })
  confirmedSince?: string | null;

  @Field(() => RelatedToFilter, { nullable: true, description: "Tied to another organisation." })
  relatedTo?: RelatedToFilter | null;
}

@ArgsType()
export class OrganisationSearchArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description:
      "Words of a name, acronym, identifier or description, in any language. Case and accents do not matter; small misspellings are forgiven.",
  })
  text?: string | null;

  @Field(() => OrganisationSearchFilter, {
    nullable: true,
    description: "What must hold besides the text.",
  })
  filter?: OrganisationSearchFilter | null;

  @Field(() => OrganisationSort, {
    defaultValue: OrganisationSort.RELEVANCE,
    description: "The order of the result.",
  })
  sort: OrganisationSort = OrganisationSort.RELEVANCE;
}
