import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { CoverageArgs } from "./coverage.inputs.ts";
import type { CoverageService } from "./coverage.service.ts";
import { Coverage } from "./coverage.type.ts";

@Resolver()
export class CoverageResolver {
  constructor(private readonly coverages: CoverageService) {}

  @Query(() => Coverage, {
    nullable: true,
    description:
      "How many organisations, published practices and working groups cover each objective in each country, as far as the viewer may see.",
  })
  coverage(
    @Args(() => CoverageArgs) args: CoverageArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object> {
    return this.coverages.coverage(viewer, args);
  }
}
