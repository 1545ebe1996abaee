import { Audience, canSee } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { distinct, requiredText, webAddress } from "@convene/shared/input";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import type { Site } from "@convene/shared/site";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { In } from "typeorm";
import { protectionWithin } from "../convener/convener.policy.ts";
import type { ConvenerService } from "../convener/convener.service.ts";
import { MeetingStatus } from "../meeting/meeting-status.enum.ts";
import { lockToEdit } from "../meeting/meeting.service.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import { closePoll } from "../poll-ending/poll-ending.job.ts";
import { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { fillersOf } from "../poll-invitation/seat-filler.repository.ts";
import { linksOfWaiting } from "../poll-link/own-link.service.ts";
import { askingNotices } from "../poll-link/poll-notice.feed.ts";
import { remindPoll } from "../poll-reminder/poll-reminder.job.ts";
import { reminderTimes } from "../poll-reminder/reminder-time.value.ts";
import { PollSlot } from "../poll-slot/poll-slot.entity.ts";
import { lockPoll } from "../poll/poll-lock.service.ts";
import { PollStatus } from "../poll/poll-status.enum.ts";
import { pollFeed } from "../poll/poll.feed.ts";
import { Poll } from "../poll/poll.entity.ts";
import { timeSpan } from "../wall-clock/time-span.value.ts";
import { instantOf, localOf, zoneOf } from "../wall-clock/wall-clock.value.ts";
import type { CreatePollInput } from "./poll-opening.inputs.ts";

const MOST_SLOTS = 50;
/** Organisations with a seat, and those who sit there, who always see what is convened. */
const POLL_AUDIENCE = Audience.ORGANISATION;

export interface PollOpeningParts {
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
  readonly site: Site;
}

export class PollOpeningService {
  constructor(private readonly parts: PollOpeningParts) {}

  /** The poll, its times, whom it asks, and the job that closes it: all or nothing. */
  async open(viewer: Viewer, input: CreatePollInput): Promise<Poll> {
    const { conveners, transactions } = this.parts;
    await conveners.expect(input);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createPoll",
        input,
        first: () => this.openIn(tx, viewer, input),
        again: (id) => lockPoll(tx, viewer, id),
      }),
    );
  }

  private async openIn(tx: Transaction, viewer: Viewer, input: CreatePollInput): Promise<Poll> {
    const { protection, ...place } = await this.parts.conveners.holdToConvene(tx, viewer, input);
    const { slots, ...plan } = planOf(input);
    const poll = tx.manager.create(Poll, {
      ...plan,
      ...place,
      ...protectionWithin(protection, POLL_AUDIENCE),
      ...{ id: newId("pol"), meetingId: null, createdAt: new Date(), closedAt: null },
    });
    await expectMovable(tx, viewer, poll);
    const invited = await invitedBy(tx, viewer, input);
    checkQuorum(input, invited.length);
    await tx.manager.insert(Poll, poll);
    const times = slots.map((slot) => ({ ...slot, id: newId("psl"), pollId: poll.id }));
    await tx.manager.insert(PollSlot, times);
    await tx.manager.insert(
      PollInvitation,
      invited.map((who) => ({
        ...{ id: newId("piv"), pollId: poll.id, answeredAt: null, answeredBy: null, ...who },
      })),
    );
    const links = await linksOfWaiting(tx, this.parts.site, poll);
    await tx.publish(askingNotices(links));
    await tx.publish({ ...pollFeed, ids: [poll.id] });
    await enqueueFor(tx, poll);
    return poll;
  }
}

/** @throws NOT_FOUND, FORBIDDEN; BAD_USER_INPUT for another group's, and one that is cancelled */
async function expectMovable(tx: Transaction, viewer: Viewer, poll: Poll): Promise<void> {
  if (poll.movesId === null) return;
  const meeting = await lockToEdit(tx, viewer, poll.movesId);
  if (meeting.groupId !== poll.groupId) throw invalid("meeting", "It is no meeting of the group");
  if (meeting.status === MeetingStatus.CANCELLED) throw invalid("meeting", "It is cancelled");
}

/** Its reminders, and its end. */
async function enqueueFor(tx: Transaction, { id, createdAt, deadline }: Poll): Promise<void> {
  for (const [index, startAfter] of reminderTimes(createdAt, deadline).entries()) {
    const reminder = index + 1;
    await tx.enqueue(remindPoll, { poll: id, reminder }, { key: `${id} ${reminder}`, startAfter });
  }
  const key = `${id} ${deadline.toISOString()}`;
  await tx.enqueue(closePoll, { poll: id }, { key, startAfter: deadline });
}

type Who = Pick<PollInvitation, "organisationId" | "personId" | "isRequired">;

/** The seats of the group, also hidden ones: they are asked, and told to nobody who may not see them. */
async function invitedBy(tx: Transaction, viewer: Viewer, input: CreatePollInput): Promise<Who[]> {
  const seated = (await fillersOf(tx.manager, input.group)).map(({ organisation }) => organisation);
  const required = new Set(distinct("requiredOrganisations", input.requiredOrganisations));
  const found = await tx.manager.findBy(OrganisationReplica, { id: In([...required]) });
  const visible = new Set(found.filter((one) => canSee(viewer, one)).map(({ id }) => id));
  const wrong = [...required].findIndex((id) => !seated.includes(id) || !visible.has(id));
  if (wrong >= 0) {
    throw invalid(`requiredOrganisations.${wrong}`, "It holds no seat in the group now");
  }
  const people = distinct("people", input.people);
  const known = await tx.manager.findBy(PersonReplica, { id: In(people) });
  const shown = new Set(known.filter((one) => canSee(viewer, one)).map(({ id }) => id));
  const missing = people.findIndex((id) => !shown.has(id));
  if (missing >= 0) throw invalid(`people.${missing}`, "There is no such person");
  if (seated.length + people.length === 0) throw invalid("group", "Nobody holds a seat in it now");
  return [
    ...seated.map((organisationId) => ({
      ...{ organisationId, personId: null, isRequired: required.has(organisationId) },
    })),
    ...people.map((personId) => ({ organisationId: null, personId, isRequired: false })),
  ];
}

function checkQuorum({ quorum = null }: CreatePollInput, invited: number): void {
  if (quorum === null || (Number.isInteger(quorum) && quorum >= 1 && quorum <= invited)) return;
  throw invalid("quorum", "The quorum is at least 1, and not more than are invited");
}

/** Everything that the input says of times, checked. */
function planOf(input: CreatePollInput) {
  const { audience, durationMinutes, deadline } = input;
  expectChoosable(null, audience);
  const timeZone = zoneOf("timeZone", input.timeZone);
  const slots = slotsOf(input, timeZone);
  const first = Math.min(...slots.map(({ startsAt }) => startsAt.getTime()));
  if (deadline.getTime() <= Date.now()) throw invalid("deadline", "The deadline has passed");
  if (deadline.getTime() > first) {
    throw invalid("deadline", "The deadline is after the first of the times");
  }
  return {
    title: requiredText("title", input.title),
    ...{ timeZone, durationMinutes, deadline, slots },
    status: PollStatus.OPEN,
    quorum: input.quorum ?? null,
    showsAnswers: input.showsAnswers,
    movesId: input.meeting ?? null,
    chosenAudience: POLL_AUDIENCE,
    meetingAudience: audience,
    joinUrl: webAddress("joinUrl", input.joinUrl),
  };
}

function slotsOf({ localStarts, durationMinutes }: CreatePollInput, timeZone: string) {
  if (localStarts.length < 1 || localStarts.length > MOST_SLOTS) {
    throw invalid("localStarts", `Give 1 to ${MOST_SLOTS} times, not ${localStarts.length}`);
  }
  const slots = localStarts.map((start, index) => {
    const field = `localStarts.${index}`;
    const local = localOf(field, start);
    instantOf(field, { local, timeZone });
    const { startsAt, endsAt } = timeSpan({ local, timeZone }, { durationMinutes });
    return { chosenStart: local, startsAt, endsAt };
  });
  const twice = slots.findIndex(({ chosenStart }, index) =>
    slots.slice(0, index).some((one) => one.chosenStart === chosenStart),
  );
  if (twice >= 0) throw invalid(`localStarts.${twice}`, "It is named twice");
  return slots;
}
