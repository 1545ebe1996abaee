import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { violatedUnique } from "@convene/shared/database/transaction";
import type { OnceRequest } from "@convene/shared/database/idempotency";
import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { dateOrder, optionalText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { canEditOrganisation } from "../organisation/organisation.policy.ts";
import { lockOrganisation } from "../organisation/organisation.repository.ts";
import { hasEnded, isLater, today } from "@convene/shared/today";
import { orderedEnds } from "./relationship-type.policy.ts";
import { Relationship } from "./relationship.entity.ts";
import { RelationshipStatus } from "./relationship.enum.ts";
import { publishRelationships } from "./relationship.feed.ts";
import type {
  ConfirmRelationshipInput,
  EndRelationshipInput,
  ProposeRelationshipInput,
} from "./relationship.inputs.ts";
import { canConfirm, canEnd, canPropose, canSpeakForBoth } from "./relationship.policy.ts";
import { lockRelationship } from "./relationship.repository.ts";

export class RelationshipService {
  constructor(private readonly transactions: Transactions) {}

  propose(viewer: Viewer, input: ProposeRelationshipInput): Promise<Relationship> {
    return this.once(viewer, { mutation: "proposeRelationship", input }, (tx) =>
      insert(tx, viewer, input),
    );
  }

  confirm(viewer: Viewer, input: ConfirmRelationshipInput): Promise<Relationship> {
    const { id, startDate } = input;
    return this.once(viewer, { mutation: "confirmRelationship", input }, async (tx) => {
      const relationship = await lockRelationship(tx, viewer, id);
      if (relationship.status !== RelationshipStatus.PROPOSED) {
        throw conflict("It is confirmed already");
      }
      if (!canConfirm(viewer, relationship)) throw forbidden("The other side has to confirm it");
      relationship.startDate ??= startDate ?? null;
      dateOrder("endDate", relationship.startDate, relationship.endDate);
      relationship.status = statusAt(relationship.endDate);
      relationship.proposerId = null;
      return save(tx, relationship);
    });
  }

  /** What was only proposed never was: it is taken away, by either side. */
  end(viewer: Viewer, input: EndRelationshipInput): Promise<Relationship> {
    return this.once(viewer, { mutation: "endRelationship", input }, async (tx) => {
      const relationship = await lockRelationship(tx, viewer, input.id);
      if (isOver(relationship)) throw conflict("It has ended already");
      if (!canEnd(viewer, relationship)) throw forbidden("Only the two sides may end it");
      if (relationship.status === RelationshipStatus.PROPOSED) return withdraw(tx, relationship);
      const end = input.endDate ?? today();
      if (isLater(end, relationship.endDate)) await requireBoth(tx, viewer, relationship);
      dateOrder("endDate", relationship.startDate, end);
      relationship.endDate = end;
      relationship.status = statusAt(end);
      return save(tx, relationship);
    });
  }

  private async once(
    viewer: Viewer,
    request: Pick<OnceRequest<Relationship>, "mutation" | "input">,
    first: (tx: Transaction) => Promise<Relationship>,
  ): Promise<Relationship> {
    try {
      return await this.transactions.write((tx) =>
        tx.once({
          viewer,
          ...request,
          first: () => first(tx),
          again: (id) => lockRelationship(tx, viewer, id),
        }),
      );
    } catch (error) {
      if (violatedUnique(error) !== "uq_relationship_open") throw error;
      throw conflict("The two are this to each other already, or one of them has proposed it");
    }
  }
}

async function insert(tx: Transaction, viewer: Viewer, input: ProposeRelationshipInput) {
  const { source, target, type } = input;
  if (source === target) throw invalid("target", "An organisation has no relationship with itself");
  const ends = await lockEnds(tx, viewer, [source, target]);
  if (!canPropose(viewer, ends)) {
    throw forbidden("Only the owners and editors of one of the two may do this");
  }
  const mine = ends.find((end) => canEditOrganisation(viewer, end));
  const isAgreed = canSpeakForBoth(viewer, ends);
  const endDate = input.endDate ?? null;
  const relationship = buildRelationship({
    type,
    ...orderedEnds(type, { sourceId: source, targetId: target }),
    status: isAgreed ? statusAt(endDate) : RelationshipStatus.PROPOSED,
    proposerId: isAgreed ? null : (mine?.id ?? null),
    startDate: input.startDate ?? null,
    endDate,
    knownFrom: optionalText("knownFrom", input.knownFrom, 1_000),
  });
  dateOrder("endDate", relationship.startDate, endDate);
  return save(tx, relationship);
}

type Ends = [source: Organisation, target: Organisation];

/** In the order of their ids, so that two who lock the same do not wait for each other. */
async function lockEnds(
  tx: Transaction,
  viewer: Viewer,
  [source, target]: readonly [string, string],
): Promise<Ends> {
  const isFirst = source < target;
  const first = await lockOrganisation(tx, viewer, isFirst ? source : target);
  const second = await lockOrganisation(tx, viewer, isFirst ? target : source);
  return isFirst ? [first, second] : [second, first];
}

/** One side alone does not prolong what both have agreed on. */
async function requireBoth(tx: Transaction, viewer: Viewer, { sourceId, targetId }: Relationship) {
  const ends = await lockEnds(tx, viewer, [sourceId, targetId]);
  if (!canSpeakForBoth(viewer, ends)) throw forbidden("Only both sides together may prolong it");
}

/** Confirmed, of unknown dates and source, unless told. */
export const buildRelationship = (
  given: Pick<Relationship, "type" | "sourceId" | "targetId"> & Partial<Relationship>,
): Relationship =>
  Object.assign(new Relationship(), {
    id: newId("rel"),
    status: RelationshipStatus.CONFIRMED,
    startDate: null,
    endDate: null,
    knownFrom: null,
    proposerId: null,
    isTakenDown: false,
    createdAt: new Date(),
    ...given,
  });

/** Also on the day of its end, before the day's work has made history of it. */
const isOver = (tie: Relationship): boolean =>
  tie.status === RelationshipStatus.ENDED ||
  (tie.status === RelationshipStatus.CONFIRMED && hasEnded(tie));

const statusAt = (endDate: string | null): RelationshipStatus =>
  endDate !== null && endDate <= today() ? RelationshipStatus.ENDED : RelationshipStatus.CONFIRMED;

async function save(tx: Transaction, relationship: Relationship): Promise<Relationship> {
  await tx.manager.save(relationship);
  await publishRelationships(tx, [relationship.id]);
  return relationship;
}

async function withdraw(tx: Transaction, relationship: Relationship): Promise<Relationship> {
  await tx.manager.delete(Relationship, { id: relationship.id });
  await publishRelationships(tx, [relationship.id]);
  return relationship;
}
