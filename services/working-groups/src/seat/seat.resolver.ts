import { connectionOf } from "@convene/shared/connection/connection";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type OrganisationKey, OrganisationStub } from "../organisation/organisation.stub.ts";
import { type PersonKey, PersonStub } from "../person/person.stub.ts";
import { today } from "@convene/shared/today";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { Seat } from "./seat.entity.ts";
import { AddSeatInput, EndSeatInput, UpdateSeatInput } from "./seat.inputs.ts";
import { canFillSeat, canGrantSeat, isHeldOn } from "./seat.policy.ts";
import type { SeatService } from "./seat.service.ts";

export const SeatConnection = connectionOf(() => Seat, { name: "Seat" });

@Resolver(() => Seat)
export class SeatResolver {
  constructor(private readonly seats: SeatService) {}

  @Mutation(() => Seat, {
    nullable: true,
    description:
      "Gives an organisation a seat in a group: by who sees the group's `viewerCanEdit`. CONFLICT (`organisation`) when it holds one at that time on the same behalf; CONFLICT (`group`) when the group is concluded; NOT_FOUND for an organisation or person that is missing or hidden.",
  })
  addSeat(
    @Arg("input", () => AddSeatInput, { description: "The seat." }) input: AddSeatInput,
    @Ctx() context: Context,
  ): Promise<Seat> {
    return this.seats.add(requireWriter(context), input);
  }

  @Mutation(() => Seat, {
    nullable: true,
    description:
      "Changes who fills a seat (by who sees its `viewerCanEdit`), or its terms (`viewerCanGrant`). CONFLICT (`organisation`) when its organisation would hold two at one time on the same behalf.",
  })
  updateSeat(
    @Arg("input", () => UpdateSeatInput, { description: "The changes." }) input: UpdateSeatInput,
    @Ctx() context: Context,
  ): Promise<Seat> {
    return this.seats.update(requireWriter(context), input);
  }

  @Mutation(() => Seat, {
    nullable: true,
    description:
      "Ends a seat: by who sees its `viewerCanEdit`. CONFLICT when it has ended already.",
  })
  endSeat(
    @Arg("input", () => EndSeatInput, { description: "The end." }) input: EndSeatInput,
    @Ctx() context: Context,
  ): Promise<Seat> {
    return this.seats.end(requireWriter(context), input);
  }

  @FieldResolver(() => WorkingGroup, {
    nullable: true,
    description: "The group in which it is. Null where the viewer may see it no more.",
  })
  group(@Root() seat: Seat, @Ctx() { loaders }: Context): Promise<WorkingGroup | null> {
    return loaders.groups.load(seat.groupId);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: "The organisation that holds it. Null where it is gone, or hidden.",
  })
  organisation(@Root() seat: Seat, @Ctx() { loaders }: Context): Promise<OrganisationKey | null> {
    return loaders.organisations.load(seat.organisationId);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description: "Who fills it. Null where it is vacant, or the person gone or hidden.",
  })
  delegate(@Root() seat: Seat, @Ctx() { loaders }: Context): Promise<PersonKey | null> | null {
    return seat.delegateId === null ? null : loaders.people.load(seat.delegateId);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who fills it when the delegate cannot. Null where it is vacant, or the person gone or hidden.",
  })
  alternate(@Root() seat: Seat, @Ctx() { loaders }: Context): Promise<PersonKey | null> | null {
    return seat.alternateId === null ? null : loaders.people.load(seat.alternateId);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is held today (UTC)." })
  heldToday(@Root() seat: Seat): boolean {
    return isHeldOn(seat, today());
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may name its delegate and alternate, and end it.",
  })
  viewerCanEdit(@Root() seat: Seat, @Ctx() { loaders, viewer }: Context): Promise<boolean> {
    return loaders.groups
      .load(seat.groupId)
      .then((group) => group !== null && canFillSeat(viewer, group, seat));
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may set its role, its dates, and on whose behalf it is held.",
  })
  viewerCanGrant(@Root() seat: Seat, @Ctx() { loaders, viewer }: Context): Promise<boolean> {
    return loaders.groups
      .load(seat.groupId)
      .then((group) => group !== null && canGrantSeat(viewer, group));
  }
}
