import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import type { BounceRegister } from "./bounce-register.service.ts";
import { LiftBounceInput } from "./bounce.inputs.ts";
import { canLiftBounce } from "./bounce.policy.ts";
import { Bounce, BounceConnection } from "./bounce.type.ts";

@Resolver(() => Bounce)
export class BounceResolver {
  constructor(private readonly register: BounceRegister) {}

  @Query(() => BounceConnection, {
    nullable: true,
    description:
      "The addresses to which mail came back, so that nothing is sent there; those that were stopped last first. Null for all but administrators.",
  })
  bounces(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Bounce> | null> {
    return this.register.list(viewer, args);
  }

  @Mutation(() => Bounce, {
    nullable: true,
    description:
      "Lets mail go to an address again, because the cause is mended, say; should it come back once more, it stops again. Answers what it was. Open to administrators.",
  })
  liftBounce(
    @Ctx() context: Context,
    @Arg("input", () => LiftBounceInput, { description: "Which." }) input: LiftBounceInput,
  ): Promise<Bounce> {
    return this.register.lift(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may lift it." })
  viewerCanLift(@Ctx() { viewer }: Context): boolean {
    return canLiftBounce(viewer);
  }
}
