import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import type { RepresentationService } from "./representation.service.ts";
import { Representation } from "./representation.type.ts";

@Resolver()
export class RepresentationResolver {
  constructor(private readonly representations: RepresentationService) {}

  @Query(() => Representation, {
    nullable: true,
    description:
      "The constituencies and regions that a group's charter asks for and for which too few sit: today, or at a meeting that was held who were there. Null where it does not exist, or is hidden, and for a meeting whose attendance is.",
  })
  whoIsMissing(
    @Arg("of", () => ID, { description: "A working group, or a meeting of one." }) of: string,
    @Ctx() { viewer }: Context,
  ): Promise<object | null> {
    return this.representations.whoIsMissing(viewer, of);
  }
}
