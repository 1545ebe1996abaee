import { hasOrganisationRole, type Viewer } from "@convene/shared/viewer";
import { canConvene, type Convened } from "../convener/convener.policy.ts";
import { AttendanceStatus } from "./attendance-status.enum.ts";

/** A meeting, and the organisations whose it is: those that hold a seat in its group. */
export interface Attended extends Convened {
  readonly organisations: readonly string[];
}

/** An organisation, and the networks that it is a member of. */
export interface Attendant {
  readonly id: string;
  readonly networks: readonly string[];
}

/** What an organisation says of itself; who was invited and who was there, the conveners say. */
const ANSWERS: readonly AttendanceStatus[] = [
  AttendanceStatus.ACCEPTED,
  AttendanceStatus.DECLINED,
  AttendanceStatus.APOLOGIES,
];

/** Conveners record all; those who act for an organisation that sits there, its own answer. */
export function canRecord(
  viewer: Viewer | null,
  meeting: Attended,
  { organisation, status }: { organisation: Attendant; status: AttendanceStatus },
): boolean {
  if (canConvene(viewer, meeting)) return true;
  const actsFor = hasOrganisationRole(viewer, organisation.id, ["OWNER", "EDITOR", "DELEGATE"]);
  return actsFor && ANSWERS.includes(status) && sits(meeting, organisation);
}

/**
 * An organisation answers until the meeting begins, and may change its mind; who was there, as the
 * conveners have recorded it, it does not change.
 */
export const isOpenToAnswer = (
  { startsAt }: { readonly startsAt: Date },
  known: AttendanceStatus | null,
): boolean => startsAt > new Date() && known !== AttendanceStatus.ATTENDED;

/** Whether a record that is known may be made anew: by an organisation, if only as its answer. */
export function canRecordAnew(
  viewer: Viewer | null,
  meeting: Attended & { readonly startsAt: Date },
  { organisation, status }: { organisation: Attendant; status: AttendanceStatus },
): boolean {
  if (canConvene(viewer, meeting)) return true;
  const answer = { organisation, status: AttendanceStatus.ACCEPTED };
  return canRecord(viewer, meeting, answer) && isOpenToAnswer(meeting, status);
}

const sits = (meeting: Attended, { id, networks }: Attendant): boolean =>
  meeting.groupId === null
    ? meeting.networkId !== null && networks.includes(meeting.networkId)
    : meeting.organisations.includes(id);
