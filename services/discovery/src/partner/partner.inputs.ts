import { ConnectionArgs } from "@convene/shared/connection/connection";
import { ArgsType, Field, ID, Int } from "type-graphql";
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

  @Field(() => PartnerContext, {
    defaultValue: PartnerContext.DIFFERENT_COUNTRY,
    description: "Where a partner should work.",
  })
  context: PartnerContext = PartnerContext.DIFFERENT_COUNTRY;
}
