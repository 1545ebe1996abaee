import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In, IsNull, Not } from "typeorm";
import { AttendanceStatus } from "../attendance/attendance-status.enum.ts";
import { Attendance } from "../attendance/attendance.entity.ts";
import type { Convened } from "../convener/convener.policy.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import { reachedAmong } from "../account/reached-people.repository.ts";
import type { Subject } from "./invitation-subject.repository.ts";
import { SeatReplica } from "../seat/seat.replica.ts";

/** Somebody who is invited, and the organisation for which they are. */
export interface Guest {
  readonly personId: string;
  readonly organisationId: string;
  /** Whether they were asked by name, and not because they hold a seat. */
  readonly isByName: boolean;
  /** To which meetings they were asked by name; null for a seat, whose are all of them. */
  readonly meetings: ReadonlySet<string> | null;
  /** What they may see as those who act for their organisation, and sit there for it. */
  readonly viewer: Viewer;
}

type Who = Omit<Guest, "viewer">;

interface Gathering {
  readonly convened: Convened;
  /** Those that are ahead. */
  readonly meetings: readonly string[];
  /** Who was invited by name before. */
  readonly byName: ReadonlySet<string>;
}

/** Whom a series or a meeting concerns now. */
export const guestsOfSubject = (
  manager: EntityManager,
  { convened, ahead, known }: Subject,
): Promise<Guest[]> =>
  guestsOf(manager, {
    convened,
    meetings: ahead.map(({ id }) => id),
    byName: new Set(known.filter(({ isByName }) => isByName).map(({ personId }) => personId)),
  });

/**
 * The delegates and alternates of a group's seats, and whoever is recorded as invited by name. Each
 * once, for the seat first; only people who can be written to.
 */
async function guestsOf(manager: EntityManager, gathering: Gathering): Promise<Guest[]> {
  const seated = await seatedIn(manager, gathering.convened);
  const organisations = new Set(seated.map(({ organisationId }) => organisationId));
  const named = (await namedIn(manager, gathering)).filter(
    ({ organisationId }) =>
      gathering.convened.groupId === null || organisations.has(organisationId),
  );
  const all = new Map([...named, ...seated].map((one) => [one.personId, one]));
  const reached = await reachedAmong(manager, [...all.keys()]);
  const people = await manager.find(PersonReplica, {
    where: { id: In([...reached]) },
    order: { id: "ASC" },
  });
  const acting = await manager.findBy(OrganisationReplica, {
    id: In([...all.values()].map(({ organisationId }) => organisationId)),
  });
  const networks = new Map(acting.map((one) => [one.id, one.networks]));
  return people.flatMap(({ id }) => {
    const who = all.get(id);
    const within = who && networks.get(who.organisationId);
    return who && within ? [{ ...who, viewer: viewerOf(who, gathering.convened, within) }] : [];
  });
}

async function seatedIn(manager: EntityManager, { groupId }: Convened): Promise<Who[]> {
  if (groupId === null) return [];
  const today = new Date().toISOString().slice(0, 10);
  const seats = await manager.find(SeatReplica, { where: { groupId }, order: { id: "ASC" } });
  return seats
    .filter(({ startDate, endDate }) => startDate <= today && (endDate === null || endDate > today))
    .flatMap(({ organisationId, delegateId, alternateId }) =>
      [delegateId, alternateId].flatMap((personId) =>
        personId === null ? [] : [{ personId, organisationId, isByName: false, meetings: null }],
      ),
    );
}

/** Whoever has answered is still invited if they were: their answer has taken the place of that. */
async function namedIn(manager: EntityManager, { meetings, byName }: Gathering): Promise<Who[]> {
  const where = { meetingId: In([...meetings]), personId: Not(IsNull()) };
  const records = await manager.find(Attendance, { where, order: { id: "ASC" } });
  const named = new Map<string, Who & { readonly meetings: Set<string> }>();
  for (const { personId, organisationId, status, meetingId } of records) {
    if (personId === null || !(status === AttendanceStatus.INVITED || byName.has(personId)))
      continue;
    const fresh = { personId, organisationId, isByName: true, meetings: new Set<string>() };
    const known = named.get(personId) ?? fresh;
    known.meetings.add(meetingId);
    named.set(personId, known);
  }
  return [...named.values()];
}

const viewerOf = (
  { personId, organisationId }: Who,
  { groupId }: Convened,
  networks: readonly string[],
): Viewer => ({
  kind: "link",
  id: personId,
  person: personId,
  organisations: [{ id: organisationId, role: "DELEGATE" }],
  groups: groupId === null ? [] : [{ id: groupId, role: "MEMBER" }],
  networks: networks.map((id) => ({ id, role: "MEMBER" })),
  platform: [],
  scopes: [],
});
