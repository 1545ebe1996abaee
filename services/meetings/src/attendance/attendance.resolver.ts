import { Personal } from "@convene/shared/audit/personal";
import {
  type Connection,
  ConnectionArgs,
  connectionOf,
} from "@convene/shared/connection/connection";
import { loadMaybe } from "@convene/shared/loaders";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { unlessRuled } from "../confidence/confidence.loaders.ts";
import type { Context } from "../context.ts";
import { sitsThere } from "../convener/convener.policy.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { OrganisationStub } from "../organisation/organisation.stub.ts";
import { PersonStub } from "../person/person.stub.ts";
import { SeatStub } from "../seat/seat.stub.ts";
import { Attendance, whoComes } from "./attendance.entity.ts";
import { RecordAttendanceInput } from "./attendance.inputs.ts";
import { canRecordAnew } from "./attendance.policy.ts";
import type { AttendanceService } from "./attendance.service.ts";

const AttendanceConnection = connectionOf(() => Attendance, { name: "Attendance" });

@Resolver(() => Attendance)
export class AttendanceResolver {
  constructor(private readonly attendance: AttendanceService) {}

  @Mutation(() => Attendance, {
    nullable: true,
    description:
      "Records how an organisation stands to a meeting. Co-leads of the group and the secretariat of the network record all; those who act for an organisation that sits there record whether it comes.",
  })
  recordAttendance(
    @Arg("input", () => RecordAttendanceInput, { description: "Who, and how." })
    input: RecordAttendanceInput,
    @Ctx() context: Context,
  ): Promise<Attendance> {
    return this.attendance.record(requireWriter(context), input);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer may record it anew, if only as the organisation's answer.",
  })
  viewerCanEdit(
    @Root() { meetingId, organisationId, status }: Attendance,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<boolean> {
    return Promise.all([
      loaders.meeting.load(meetingId),
      loaders.organisation.load(organisationId),
    ]).then(
      ([meeting, organisation]) =>
        meeting !== null &&
        organisation !== null &&
        canRecordAnew(viewer, meeting, { organisation, status }),
    );
  }

  @FieldResolver(() => Meeting, { nullable: true, description: "The meeting." })
  meeting(@Root() { meetingId }: Attendance, @Ctx() { loaders }: Context) {
    return loaders.meeting.load(meetingId);
  }

  @FieldResolver(() => OrganisationStub, {
    nullable: true,
    description: "The organisation. Null under the Chatham House Rule.",
  })
  organisation(@Root() { meetingId, organisationId }: Attendance, @Ctx() { loaders }: Context) {
    return unlessRuled({ meetingId, itemId: null }, loaders, () =>
      loaders.organisation.load(organisationId),
    );
  }

  @FieldResolver(() => SeatStub, {
    nullable: true,
    description:
      "The seat for which somebody comes. Null without one, where it was not said for which of several, and under the Chatham House Rule.",
  })
  seat(@Root() { meetingId, seatId }: Attendance, @Ctx() { loaders }: Context) {
    return unlessRuled({ meetingId, itemId: null }, loaders, () => loadMaybe(loaders.seat, seatId));
  }

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who comes for it. Null where that is not said, the person is hidden, and under the Chatham House Rule.",
  })
  @Personal(whoComes)
  person(@Root() { meetingId, personId }: Attendance, @Ctx() { loaders }: Context) {
    return unlessRuled({ meetingId, itemId: null }, loaders, () =>
      loadMaybe(loaders.person, personId),
    );
  }
}

@Resolver(() => Meeting)
export class MeetingAttendanceResolver {
  @FieldResolver(() => AttendanceConnection, {
    nullable: true,
    description:
      "Who comes, or was there. Null for all who do not sit there, and for everybody under the Chatham House Rule.",
  })
  attendance(
    @Root() meeting: Meeting,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<Connection<Attendance>> | null {
    return sitsThere(viewer, meeting) && !meeting.chathamHouse
      ? loaders.attendanceOfMeeting.load(meeting.id, args)
      : null;
  }
}
