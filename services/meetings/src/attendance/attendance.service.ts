import { canSee } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, notFound } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { IsNull } from "typeorm";
import { canConvene } from "../convener/convener.policy.ts";
import { inviteLater } from "../invitation-due/invitation-due.repository.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { lockToSee } from "../meeting/meeting.service.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { SeatReplica } from "../seat/seat.replica.ts";
import { satAs, seatTaken } from "./attended-seat.repository.ts";
import { Attendance } from "./attendance.entity.ts";
import type { RecordAttendanceInput } from "./attendance.inputs.ts";
import { canRecord, isOpenToAnswer } from "./attendance.policy.ts";

export interface AttendanceParts {
  readonly transactions: Transactions;
  readonly lookup: ReplicaLookup;
}

export class AttendanceService {
  constructor(private readonly parts: AttendanceParts) {}

  /** One record for each organisation and person: the last one stands. */
  async record(viewer: Viewer, input: RecordAttendanceInput): Promise<Attendance> {
    const { lookup, transactions } = this.parts;
    await lookup.expect("stakeholders", OrganisationReplica, [input.organisation]);
    if (input.person) await lookup.expect("stakeholders", PersonReplica, [input.person]);
    if (input.seat) await lookup.expect("working-groups", SeatReplica, [input.seat]);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "recordAttendance",
        input,
        first: () => recordIn(tx, viewer, input),
        again: (id) => findRecord(tx, viewer, id),
      }),
    );
  }
}

async function recordIn(tx: Transaction, viewer: Viewer, input: RecordAttendanceInput) {
  const meeting = await lockToSee(tx, viewer, input.meeting);
  const organisation = await findOrganisation(tx, viewer, input.organisation);
  if (!canRecord(viewer, meeting, { organisation, status: input.status })) {
    throw forbidden("Co-leads and secretariats record this; others answer for their own seat");
  }
  if (input.person) await checkPerson(tx, viewer, input.person);
  const seat = await seatTaken(tx.manager, meeting, input);
  const { known, fresh } = await recordOf(tx, input, seat);
  // The meeting's row is held, so nobody else writes the same record now.
  if (!canConvene(viewer, meeting) && !isOpenToAnswer(meeting, known?.status ?? null)) {
    throw conflict("The meeting has begun, or its conveners have recorded who was there");
  }
  const saved = await tx.manager.save(
    Object.assign(known ?? fresh, { status: input.status, recordedAt: new Date() }),
  );
  await tx.publish({ ...meetingFeed, ids: [meeting.id] });
  if (input.person) await inviteLater(tx, [meeting.id]);
  return saved;
}

async function findOrganisation({ manager }: Transaction, viewer: Viewer, id: string) {
  const found = await manager.findOneBy(OrganisationReplica, { id });
  if (!found || !canSee(viewer, found)) throw notFound("Organisation", id);
  return found;
}

async function checkPerson({ manager }: Transaction, viewer: Viewer, id: string): Promise<void> {
  const found = await manager.findOneBy(PersonReplica, { id });
  if (!found || !canSee(viewer, found)) throw notFound("Person", id);
}

/**
 * What is known of the same, or a new record. Of whoever has recorded it before the seat was said, or
 * known here, it is the same one.
 */
export async function recordOf(
  { manager }: Transaction,
  input: Pick<RecordAttendanceInput, "meeting" | "organisation" | "person">,
  seat: SeatReplica | null,
) {
  const who = { meetingId: input.meeting, organisationId: input.organisation };
  const personId = input.person ?? null;
  const all = await manager.findBy(Attendance, { ...who, personId: personId ?? IsNull() });
  const sameSeat = all.find(({ seatId }) => seatId === (seat?.id ?? null));
  const known = sameSeat ?? (seat ? all.find(({ seatId }) => seatId === null) : undefined) ?? null;
  const sitting = { seatId: seat?.id ?? null, satAs: satAs(seat, personId) };
  const fresh = manager.create(Attendance, { ...who, personId, id: newId("att"), ...sitting });
  return { known: known && Object.assign(known, sitting), fresh };
}

/** For a replay. @throws NOT_FOUND when it is gone, or its meeting or organisation hidden. */
async function findRecord(tx: Transaction, viewer: Viewer, id: string): Promise<Attendance> {
  const record = await tx.manager.findOneBy(Attendance, { id });
  if (!record) throw notFound("Attendance", id);
  await lockToSee(tx, viewer, record.meetingId);
  await findOrganisation(tx, viewer, record.organisationId);
  return record;
}
