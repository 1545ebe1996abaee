import { canSee } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import { distinct } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, IsNull } from "typeorm";
import { sitsThere } from "../convener/convener.policy.ts";
import { lockToSee } from "../meeting/meeting.service.ts";
import { PersonReplica } from "../person/person.replica.ts";
import { InterpretationNeed } from "./interpretation-need.entity.ts";
import type { SetInterpretationNeedsInput } from "./interpretation.inputs.ts";
import { canSetNeeds } from "./interpretation.policy.ts";
import { delegatesOver, isExpectedAt } from "./interpretation.repository.ts";

const MOST_LANGUAGES = 10;

/** Who needs what interpreted: told by them, and to others as numbers alone. */
export class InterpretationService {
  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  /** What the viewer has said for every meeting. */
  async mine(viewer: Viewer | null): Promise<InterpretationNeed | null> {
    if (viewer?.person == null || viewer.kind === "link") return null;
    return find(this.manager, viewer.person, null);
  }

  /** @throws FORBIDDEN for others' needs, and for a meeting to which they do not come */
  set(viewer: Viewer, input: SetInterpretationNeedsInput): Promise<InterpretationNeed> {
    const languages = {
      intoLanguages: distinct("intoLanguages", input.intoLanguages, MOST_LANGUAGES),
      fromLanguages: distinct("fromLanguages", input.fromLanguages, MOST_LANGUAGES),
    };
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "setInterpretationNeeds",
        input,
        first: async () => {
          const who = await checked(tx, viewer, input);
          const known = await find(tx.manager, who.personId, who.meetingId);
          const row = known ?? tx.manager.create(InterpretationNeed, { id: newId("itn"), ...who });
          const entered = { ...languages, recordedById: who.recordedById, recordedAt: new Date() };
          return tx.manager.save(Object.assign(row, entered));
        },
        again: async (id) => {
          const found = await tx.manager.findOneBy(InterpretationNeed, { id });
          if (!found) throw notFound("InterpretationNeed", id);
          await checked(tx, viewer, input);
          return found;
        },
      }),
    );
  }
}

const find = (manager: EntityManager, personId: string, meetingId: string | null) =>
  manager.findOneBy(InterpretationNeed, { personId, meetingId: meetingId ?? IsNull() });

/** Holds the person, so that nobody else enters the same now. */
async function checked(tx: Transaction, viewer: Viewer, input: SetInterpretationNeedsInput) {
  const own = viewer.person;
  if (own === null || viewer.kind === "link") {
    throw forbidden("Only a person of the graph has needs: this account is tied to none");
  }
  const personId = input.person ?? own;
  const meetingId = input.meeting ?? null;
  const meeting = meetingId === null ? null : await lockToSee(tx, viewer, meetingId);
  const person = await tx.lock(PersonReplica, personId);
  if (personId !== own && (!person || !canSee(viewer, person))) {
    throw notFound("Person", personId);
  }
  const delegates = await delegatesOver(tx.manager, personId, meetingId);
  if (!canSetNeeds(viewer, { personId, delegates })) {
    throw forbidden("They say it themselves, or the delegate of their seat does");
  }
  const isOwnSeat = meeting !== null && personId === own && sitsThere(viewer, meeting);
  const comes =
    meeting === null || isOwnSeat || (await isExpectedAt(tx.manager, meeting.id, personId));
  if (!comes) throw forbidden("They do not come to this meeting");
  return { personId, meetingId, recordedById: own };
}
