import { In } from "typeorm";
import { Availability } from "../availability/availability.entity.ts";
import { forgetZones } from "../availability/person-zone.feed.ts";
import { forgetMeetingNoticesTo } from "../calendar-invitation/meeting-notice.service.ts";
import { CalendarInvitation } from "../calendar-invitation/calendar-invitation.entity.ts";
import { CalendarFeed } from "../calendar-feed/calendar-feed.entity.ts";
import { MeetingTurn } from "../rotation/meeting-turn.entity.ts";
import { inviteAnewFor } from "../invitation-due/invitation-due.repository.ts";
import { InterpretationNeed } from "../interpretation/interpretation-need.entity.ts";
import { personReplica } from "../person/person.replica.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { PollLink } from "../poll-link/poll-link.entity.ts";
import { allNotices } from "../poll-link/poll-notice.feed.ts";
import { BurdenRecord } from "./burden-record.entity.ts";

/** The replica of the people, which forgets their hours, burdens, feeds, invitations and answers once they are gone. */
export const forgettingPeople: typeof personReplica = {
  ...personReplica,
  follow: (tx, changes) =>
    inviteAnewFor(
      tx,
      changes.flatMap(({ id, payload }) => (payload.isMailed ? [id] : [])),
    ),
  remove: async (manager, tombstones) => {
    await personReplica.remove(manager, tombstones);
    const people = tombstones.map(({ id }) => id);
    const personId = In(people);
    await manager.delete(BurdenRecord, { personId });
    await manager.delete(Availability, { personId });
    await manager.delete(InterpretationNeed, { personId });
    await manager.delete(CalendarFeed, { personId });
    await manager.delete(CalendarInvitation, { personId });
    await forgetMeetingNoticesTo(manager, people);
    await manager.delete(MeetingTurn, { holderId: personId });
    // What they said for an organisation stays: it is the organisation's.
    await manager.delete(PollInvitation, { personId });
    await manager.update(PollInvitation, { answeredBy: personId }, { answeredBy: null });
  },
  // With what is told of them in the change feed.
  followRemoval: async (tx, tombstones) => {
    const personId = In(tombstones.map(({ id }) => id));
    const links = await tx.manager.findBy(PollLink, { personId });
    await tx.manager.delete(PollLink, { personId });
    await tx.publish(allNotices(links));
    await forgetZones(
      tx,
      tombstones.map(({ id }) => id),
    );
  },
};
