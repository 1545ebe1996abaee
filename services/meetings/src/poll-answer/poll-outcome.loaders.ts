import { canSee } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import DataLoader from "dataloader";
import { type EntityManager, In } from "typeorm";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";
import { fillersOf } from "../poll-invitation/seat-filler.repository.ts";
import type { PollInvitation } from "../poll-invitation/poll-invitation.entity.ts";
import { canAnswer } from "../poll-invitation/poll-invitation.policy.ts";
import { Poll } from "../poll/poll.entity.ts";
import { answersTo, type PollOutcome } from "./poll-outcome.repository.ts";

/** What one viewer may know of a poll. Who may see answers at all, the policy says. */
export interface SeenOutcome extends PollOutcome {
  /** Among the invited, for whom the viewer answers. */
  readonly own: readonly PollInvitation[];
}

/** By the poll. Of the invited only those whom the viewer sees: numbers too are of these alone. */
export const pollOutcomeLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  pollOutcome: new DataLoader<string, SeenOutcome | null>(async (ids) => {
    const polls = await manager.findBy(Poll, { id: In([...ids]) });
    const outcomes = await answersTo(manager, polls);
    const visible = await visibleOf(manager, viewer, outcomes);
    const seats = await seatsOf(manager, polls);
    return ids.map((id) => {
      const outcome = outcomes.find(({ pollId }) => pollId === id);
      if (!outcome) return null;
      const seat = (who: PollInvitation) => seats.get(`${id} ${who.organisationId ?? ""}`) ?? [];
      const own = outcome.respondents.filter((who) =>
        canAnswer(viewer, {
          ...{ organisationId: who.organisationId, personId: who.personId },
          fillers: seat(who),
        }),
      );
      const respondents = outcome.respondents.filter(
        (who) => own.includes(who) || visible.has(who.organisationId ?? who.personId ?? ""),
      );
      return { ...outcome, respondents, own };
    });
  }),
});

async function visibleOf(
  manager: EntityManager,
  viewer: Viewer | null,
  outcomes: readonly PollOutcome[],
): Promise<ReadonlySet<string>> {
  const asked = outcomes.flatMap(({ respondents }) => respondents);
  const organisations = asked.flatMap(({ organisationId }) => organisationId ?? []);
  const people = asked.flatMap(({ personId }) => personId ?? []);
  const found = [
    ...(await manager.findBy(OrganisationReplica, { id: In(organisations) })),
    ...(await manager.findBy(PersonReplica, { id: In(people) })),
  ];
  return new Set(found.filter((one) => canSee(viewer, one)).map(({ id }) => id));
}

/** Who fills which organisation's seat, by poll and organisation. */
async function seatsOf(manager: EntityManager, polls: readonly Poll[]) {
  const groups = new Set(polls.map(({ groupId }) => groupId ?? ""));
  const fillers = await fillersOf(manager, ...groups);
  const seats = new Map<string, readonly string[]>();
  for (const { id, groupId } of polls) {
    for (const { organisation, people } of fillers.filter(({ group }) => group === groupId)) {
      seats.set(`${id} ${organisation}`, people);
    }
  }
  return seats;
}
