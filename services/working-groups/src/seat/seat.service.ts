import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { dateOrder, optionalText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type {
  StakeholderKey,
  StakeholderRepository,
} from "../stakeholder/stakeholder.repository.ts";
import { today } from "@convene/shared/today";
import { takesSeats } from "../working-group/working-group-state.policy.ts";
import { publishGroups } from "../working-group/working-group.feed.ts";
import { lockGroup } from "../working-group/working-group.repository.ts";
import { Seat } from "./seat.entity.ts";
import { publishSeats } from "./seat.feed.ts";
import type { AddSeatInput, EndSeatInput, UpdateSeatInput } from "./seat.inputs.ts";
import { canFillSeat, canGrantSeat } from "./seat.policy.ts";
import { keepInStep, lockSeat, overlapsAnother } from "./seat.repository.ts";

const NOT_LONGER = "Only the group's co-leads and secretariat let a seat last longer";
const NOT_YOURS = "Only its organisation's editors, and the group's co-leads and secretariat, may";

type SeatInput = AddSeatInput | UpdateSeatInput | EndSeatInput;
type Terms = Partial<Pick<Seat, "role" | "onBehalfOf" | "startDate" | "endDate">>;

/** Who sits in a group. Every change locks the group first, and then the seat. */
export class SeatService {
  constructor(
    private readonly parts: ServiceParts,
    private readonly stakeholders: StakeholderRepository,
  ) {}

  /** @throws CONFLICT when the organisation holds such a seat already, or the group is over. */
  async add(viewer: Viewer, input: AddSeatInput): Promise<Seat> {
    const keys: StakeholderKey[] = [
      { type: "Organisation", id: input.organisation },
      ...peopleOf(input),
    ];
    const made = newSeat(input);
    await this.stakeholders.catchUpOn(keys);
    return this.once(viewer, { mutation: "addSeat", input }, async (tx) => {
      const group = await lockGroup(tx, viewer, input.group);
      if (!canGrantSeat(viewer, group))
        throw forbidden("Only its co-leads and secretariat add seats");
      await this.stakeholders.requireVisible(tx.manager, viewer, keys);
      if (!takesSeats(group)) throw conflict("The group is concluded", { field: "group" });
      return takeSeat(tx, made);
    });
  }

  /** @throws CONFLICT when the organisation would hold two such seats at one time. */
  async update(viewer: Viewer, input: UpdateSeatInput): Promise<Seat> {
    const people = peopleOf(input);
    const terms = termsOf(input);
    await this.stakeholders.catchUpOn(people);
    return this.once(viewer, { mutation: "updateSeat", input }, async (tx) => {
      const { seat, group } = await lockSeat(tx, viewer, input.id);
      if (!canFillSeat(viewer, group, seat)) {
        throw forbidden(NOT_YOURS);
      }
      if (Object.keys(terms).length > 0 && !canGrantSeat(viewer, group)) {
        throw forbidden("Only the group's co-leads and secretariat set a seat's terms");
      }
      await this.stakeholders.requireVisible(tx.manager, viewer, people);
      const { delegate, alternate } = input;
      Object.assign(seat, terms, {
        ...(delegate !== undefined && { delegateId: delegate }),
        ...(alternate !== undefined && { alternateId: alternate }),
      });
      await checkSeat(tx, seat);
      await tx.manager.save(seat);
      return told(tx, seat);
    });
  }

  /** @throws CONFLICT when it has ended already. */
  end(viewer: Viewer, input: EndSeatInput): Promise<Seat> {
    return this.once(viewer, { mutation: "endSeat", input }, async (tx) => {
      const { seat, group } = await lockSeat(tx, viewer, input.id);
      if (!canFillSeat(viewer, group, seat)) {
        throw forbidden(NOT_YOURS);
      }
      if (seat.endDate !== null && seat.endDate <= today()) {
        throw conflict(`The seat has ended, on ${seat.endDate}`);
      }
      const end = input.endDate ?? today();
      if (seat.endDate !== null && end > seat.endDate && !canGrantSeat(viewer, group)) {
        throw forbidden(NOT_LONGER);
      }
      seat.endDate = end;
      await checkSeat(tx, seat);
      await tx.manager.save(seat);
      return told(tx, seat);
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: SeatInput },
    work: (tx: Transaction) => Promise<Seat>,
  ): Promise<Seat> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => work(tx),
        again: async (id) => (await lockSeat(tx, viewer, id)).seat,
      }),
    );
  }
}

/** A new seat in a group that the caller has locked. */
export async function takeSeat(tx: Transaction, made: ReturnType<typeof newSeat>): Promise<Seat> {
  const seat = tx.manager.create(Seat, made);
  await checkSeat(tx, seat);
  await tx.manager.insert(Seat, seat);
  return told(tx, seat);
}

/** Checked, written by the caller, and told: the seat, and its group where its protection moved. */
async function told(tx: Transaction, seat: Seat): Promise<Seat> {
  const moved = await keepInStep(tx.manager, today(), [seat.groupId]);
  await publishGroups(tx, moved);
  await publishSeats(tx, [seat.id]);
  return seat;
}

async function checkSeat(tx: Transaction, seat: Seat): Promise<void> {
  dateOrder("endDate", seat.startDate, seat.endDate);
  if (seat.delegateId !== null && seat.delegateId === seat.alternateId) {
    throw invalid("alternate", "The alternate must be somebody other than the delegate");
  }
  if (await overlapsAnother(tx.manager, seat)) {
    throw conflict("The organisation holds a seat in this group at that time", {
      field: "organisation",
    });
  }
}

export const newSeat = (input: AddSeatInput) => ({
  id: newId("sea"),
  groupId: input.group,
  organisationId: input.organisation,
  delegateId: input.delegate ?? null,
  alternateId: input.alternate ?? null,
  onBehalfOf: optionalText("onBehalfOf", input.onBehalfOf),
  role: input.role,
  startDate: input.startDate ?? today(),
  endDate: input.endDate ?? null,
});

/** Null takes away what may be absent, and leaves alone what may not. */
function termsOf({ role, onBehalfOf, startDate, endDate }: UpdateSeatInput): Terms {
  return {
    ...(role && { role }),
    ...(onBehalfOf !== undefined && { onBehalfOf: optionalText("onBehalfOf", onBehalfOf) }),
    ...(startDate && { startDate }),
    ...(endDate !== undefined && { endDate }),
  };
}

const peopleOf = ({ delegate, alternate }: AddSeatInput | UpdateSeatInput): StakeholderKey[] =>
  [delegate, alternate]
    .filter((id) => id !== undefined && id !== null)
    .map((id) => ({ type: "Person", id }));
