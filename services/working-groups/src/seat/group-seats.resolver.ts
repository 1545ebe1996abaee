import { type Connection, connectionOf } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { type OrganisationKey, OrganisationStub } from "../organisation/organisation.stub.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import type { Seat } from "./seat.entity.ts";
import { SeatRole } from "./seat.enum.ts";
import { SeatedArgs, SeatsArgs } from "./seat.inputs.ts";
import { SeatConnection } from "./seat.resolver.ts";

const WorkingGroupMemberConnection = connectionOf(() => OrganisationStub, {
  name: "WorkingGroupMember",
  foreign: true,
});

/** Who sits in a group. */
@Resolver(() => WorkingGroup)
export class GroupSeatsResolver {
  @FieldResolver(() => SeatConnection, {
    description:
      "Its seats, co-leads first, then in the order in which they were taken. Those of organisations that are gone or hidden are left out.",
  })
  seats(
    @Root() group: WorkingGroup,
    @Args(() => SeatsArgs) args: SeatsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Seat>> {
    return loaders.seatsOfGroup.load(group.id, args, args);
  }

  @FieldResolver(() => SeatConnection, {
    description:
      "The seats of those who lead it on the day, in the order in which they were taken.",
  })
  coLeads(
    @Root() group: WorkingGroup,
    @Args(() => SeatedArgs) args: SeatedArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Seat>> {
    return loaders.seatsOfGroup.load(group.id, args, {
      filter: { roles: { anyOf: [SeatRole.CO_LEAD] } },
      asOf: args.asOf,
    });
  }

  @FieldResolver(() => WorkingGroupMemberConnection, {
    description:
      "The organisations that take part in it on the day, as members or co-leads, each once, in the order in which they joined. Observers are in `seats` alone.",
  })
  members(
    @Root() group: WorkingGroup,
    @Args(() => SeatedArgs) args: SeatedArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<OrganisationKey>> {
    return loaders.membersOfGroup
      .load(group.id, args)
      .then((seats) => seats.map(({ organisationId }) => ({ id: organisationId })));
  }
}
