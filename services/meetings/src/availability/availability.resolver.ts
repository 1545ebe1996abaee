import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Availability } from "./availability.entity.ts";
import { ImportMyBusyTimesInput, UpdateMyAvailabilityInput } from "./availability.inputs.ts";
import { canSeeAvailability } from "./availability.policy.ts";
import type { AvailabilityService } from "./availability.service.ts";

@Resolver(() => Availability)
export class AvailabilityResolver {
  constructor(private readonly service: AvailabilityService) {}

  @Query(() => Availability, {
    nullable: true,
    description: "When the viewer can meet. Null when they have not entered it.",
  })
  myAvailability(@Ctx() { viewer }: Context): Promise<Availability | null> {
    return this.service.mine(viewer);
  }

  @Mutation(() => Availability, {
    nullable: true,
    description:
      "Enters when one can meet, in one's own time zone, once for every plan. Nobody else reads it.",
  })
  updateMyAvailability(
    @Arg("input", () => UpdateMyAvailabilityInput, { description: "The hours of the week." })
    input: UpdateMyAvailabilityInput,
    @Ctx() context: Context,
  ): Promise<Availability> {
    return this.service.update(requireWriter(context), input);
  }

  @Mutation(() => Availability, {
    nullable: true,
    description:
      "Takes the busy times out of one's calendar, a file or at an address, in place of those of the last one. No titles, places or guests are kept.",
  })
  importMyBusyTimes(
    @Arg("input", () => ImportMyBusyTimesInput, { description: "The calendar." })
    input: ImportMyBusyTimesInput,
    @Ctx() context: Context,
  ): Promise<Availability> {
    return this.service.importBusyTimes(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may change it: it is theirs." })
  viewerCanEdit(@Root() availability: Availability, @Ctx() { viewer }: Context): boolean {
    return canSeeAvailability(viewer, availability);
  }
}
