import type { Connection } from "@convene/shared/connection/connection";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import type { WorkingGroup } from "../working-group/working-group.entity.ts";
import { WorkingGroupConnection } from "../working-group/working-group.resolver.ts";
import type { Seat } from "./seat.entity.ts";
import { SeatedArgs, SeatsArgs } from "./seat.inputs.ts";
import { SeatConnection } from "./seat.resolver.ts";

/** Where an organisation sits. */
@Resolver(() => OrganisationStub)
export class OrganisationSeatsResolver {
  @FieldResolver(() => SeatConnection, {
    nullable: true,
    description:
      "Its seats in working groups that the viewer may see, as co-lead first, then in the order in which they were taken.",
  })
  seats(
    @Root() organisation: OrganisationStub,
    @Args(() => SeatsArgs) args: SeatsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Seat>> {
    return loaders.seatsOfOrganisation.load(organisation.id, args, args);
  }

  @FieldResolver(() => WorkingGroupConnection, {
    nullable: true,
    description:
      "The working groups in which it holds a seat on the day, in the order in which it joined them; those that are hidden from the viewer are left out.",
  })
  workingGroups(
    @Root() organisation: OrganisationStub,
    @Args(() => SeatedArgs) args: SeatedArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<WorkingGroup>> {
    return loaders.groupsOfOrganisation.load(organisation.id, args);
  }
}
