import { ConnectionArgs } from "@convene/shared/connection/connection";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";
import { PartnerContext } from "./partner.enum.ts";

@ArgsType()
export class FindPartnersArgs extends ConnectionArgs {
  @Field(() => ID, { description: "The organisation that looks for partners." })
  for!: string;

  @Field(() => [Int], {
    nullable: true,
    description:
      "Only partners that work on at least one of these GCM objectives, 1 to 23; any if absent.",
  })
  objectives?: number[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What is looked for in plain words, such as `shelter for trafficked women in Tripoli`: at most 2,000 characters, in any language. Suggestions whose record, sectors, areas or countries speak of it rank higher. It serves also who has no profile yet.",
  })
  brief?: string | null;

  @Field(() => OrganisationSearchFilter, {
    nullable: true,
    description: "Only partners that a search with this filter finds.",
  })
  filter?: OrganisationSearchFilter | null;

  @Field(() => PartnerContext, {
    defaultValue: PartnerContext.DIFFERENT_COUNTRY,
    description: "Where a partner should work.",
  })
  context: PartnerContext = PartnerContext.DIFFERENT_COUNTRY;
}
