import { Personal } from "@convene/shared/audit/personal";
import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { SeatStub } from "../seat/seat.stub.ts";
import { quorumSeen, seatsSeen } from "./quorum.loaders.ts";
import type { AttendedSeat } from "./quorum.repository.ts";
import { MeetingQuorum, SeatAttendance } from "./quorum.type.ts";
import type { FoundQuorum } from "./quorum.value.ts";

const SeatAttendanceConnection = connectionOf(() => SeatAttendance, { name: "SeatAttendance" });

@Resolver(() => Meeting)
class MeetingQuorumResolver {
  @FieldResolver(() => MeetingQuorum, {
    nullable: true,
    description:
      "Whether it has the quorum of the group's charter: before it begins by the replies, from then on by who was there. Null for all who do not sit there, where the charter has no such rule, and once it is cancelled.",
  })
  quorum(@Root() meeting: Meeting, @Ctx() context: Context): Promise<FoundQuorum | null> {
    return quorumSeen(context, meeting);
  }

  @FieldResolver(() => SeatAttendanceConnection, {
    nullable: true,
    description:
      "The group's seats on the day of the meeting, and how each stands to it. Null for a network's own meeting, for all who do not sit there, and for everybody under the Chatham House Rule.",
  })
  seatAttendance(
    @Root() meeting: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AttendedSeat> | null> {
    return seatsSeen(context, meeting, args);
  }
}

@Resolver(() => SeatAttendance)
class SeatAttendanceResolver {
  @FieldResolver(() => SeatStub, { nullable: true, description: "The seat." })
  seat(@Root() { seatId }: SeatAttendance): { readonly id: string } {
    return { id: seatId };
  }

  @FieldResolver(() => OrganisationStub, { nullable: true, description: "Whose seat it is." })
  organisation(@Root() { organisationId }: SeatAttendance, @Ctx() { loaders }: Context) {
    return loaders.organisation.load(organisationId);
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description: "Who sits there, or is to. Null where that is not said, or the person is hidden.",
  })
  @Personal(({ personId }: SeatAttendance) => personId)
  person(@Root() { personId }: SeatAttendance, @Ctx() { loaders }: Context) {
    return loadMaybe(loaders.person, personId);
  }
}

export const quorumResolvers = () => [new MeetingQuorumResolver(), new SeatAttendanceResolver()];
