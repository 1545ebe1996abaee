import { canSee } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { IsNull } from "typeorm";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { lockToSee } from "../meeting/meeting.service.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import type { ReplicaLookup } from "../replica-lookup.ts";
import { Attendance } from "./attendance.entity.ts";
import type { RecordAttendanceInput } from "./attendance.inputs.ts";
import { canRecord } from "./attendance.policy.ts";

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
    return transactions.write(async (tx) => {
      const meeting = await lockToSee(tx, viewer, input.meeting);
      const organisation = await findOrganisation(tx, viewer, input.organisation);
      if (!canRecord(viewer, meeting, { organisation, status: input.status })) {
        throw forbidden("Co-leads and secretariats record this; others answer for their own seat");
      }
      if (input.person) await checkPerson(tx, viewer, input.person);
      const saved = await upsert(tx, input);
      await tx.publish({ ...meetingFeed, ids: [meeting.id] });
      return saved;
    });
  }
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

/** The meeting's row is held, so nobody else writes the same record now. */
async function upsert({ manager }: Transaction, input: RecordAttendanceInput): Promise<Attendance> {
  const who = { meetingId: input.meeting, organisationId: input.organisation };
  const personId = input.person ?? null;
  const known = await manager.findOneBy(Attendance, { ...who, personId: personId ?? IsNull() });
  const record = known ?? manager.create(Attendance, { ...who, personId, id: newId("att") });
  return manager.save(Object.assign(record, { status: input.status, recordedAt: new Date() }));
}
