import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { RepresentationArgs } from "./representation.inputs.ts";
import type { RepresentationService } from "./representation.service.ts";
import { Representation } from "./representation.type.ts";

@Resolver()
export class RepresentationResolver {
  constructor(private readonly representations: RepresentationService) {}

  @Query(() => Representation, {
    nullable: true,
    description:
      "The constituencies and regions that a group's charter asks for and for which too few sit: on the day asked, or at a meeting that was held who were there. Null where it does not exist, or is hidden, and for a meeting whose attendance is.",
  })
  whoIsMissing(
    @Args(() => RepresentationArgs) args: RepresentationArgs,
    @Ctx() { viewer }: Context,
  ): Promise<object | null> {
    return this.representations.whoIsMissing(viewer, args);
  }
}
