import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { FindPartnersArgs } from "./partner.inputs.ts";
import type { PartnerService } from "./partner.service.ts";
import { PartnerSuggestionConnection } from "./partner.type.ts";

@Resolver()
export class PartnerResolver {
  constructor(private readonly partners: PartnerService) {}

  @Query(() => PartnerSuggestionConnection, {
    nullable: true,
    description:
      "Organisations that could become partners of one: similar issues, and by default a different country; ranked, each with its reasons. One that is not `isOpenToPartners` is neither suggested nor named, unless it is the one that looks. Null where the organisation does not exist, or is hidden.",
  })
  findPartners(
    @Args(() => FindPartnersArgs) args: FindPartnersArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object | null> {
    return this.partners.find(viewer, args);
  }
}
