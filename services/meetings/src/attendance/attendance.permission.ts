import type { Permission } from "@convene/shared/permission/permission";
import { SAMPLE } from "@convene/shared/permission/sample";
import { ofGroup, seesConvened, showsSeated } from "../convener/convener.permission.ts";
import { AttendanceStatus } from "./attendance-status.enum.ts";
import { canRecord } from "./attendance.policy.ts";

const meeting = { ...ofGroup, organisations: [SAMPLE.organisation] };
const organisation = { id: SAMPLE.organisation, networks: [SAMPLE.network] };

const recording = (status: AttendanceStatus, of: string): Permission => ({
  mutation: "recordAttendance",
  of,
  sees: (viewer) => seesConvened(viewer),
  may: (viewer) => canRecord(viewer, meeting, { organisation, status }),
});

export const attendancePermissions: readonly Permission[] = [
  recording(AttendanceStatus.ACCEPTED, "that an organisation of the group will come"),
  recording(AttendanceStatus.ATTENDED, "that an organisation of the group was there"),
  {
    field: "Meeting.attendance",
    of: "a group's meeting that everybody sees",
    shows: showsSeated,
  },
  {
    field: "Meeting.quorum",
    of: "a group's meeting that everybody sees",
    shows: showsSeated,
  },
  {
    field: "Meeting.seatAttendance",
    of: "a group's meeting that everybody sees",
    shows: showsSeated,
  },
];
