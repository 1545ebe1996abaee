import { canSee } from "@convene/shared/audience";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, limitExceeded, notFound } from "@convene/shared/errors";
import { dateOrder, requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { NetworkReplica } from "../network/network.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { dayNumber } from "../wall-clock/zone-clock.value.ts";
import { FreeDate } from "./free-date.entity.ts";
import type { KeepDateFreeInput, RemoveFreeDateInput } from "./free-date.inputs.ts";
import { canKeepDatesFree } from "./free-date.policy.ts";
import { firstIdOf, firstOf, networkOfFirst } from "./free-date.value.ts";

const MOST = 200;
const YEAR = 365;

export interface FreeDateParts {
  readonly transactions: Transactions;
  readonly lookup: ReplicaLookup;
}

/** Which dates a network keeps free. Meetings that stand already, stay. */
export class FreeDateService {
  constructor(private readonly parts: FreeDateParts) {}

  async keep(viewer: Viewer, input: KeepDateFreeInput): Promise<FreeDate> {
    const { lookup, transactions } = this.parts;
    const { network: networkId } = input;
    await lookup.expect("stakeholders", NetworkReplica, [networkId]);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "keepDateFree",
        input,
        first: async () => {
          if (!(await isSeen(tx, viewer, networkId))) throw notFound("Network", networkId);
          expectSecretariat(viewer, networkId);
          const kept = await tx.manager.countBy(FreeDate, { networkId, isRemoved: false });
          if (kept >= MOST) throw limitExceeded(`A network keeps at most ${MOST} dates free`);
          const id = newId("frd");
          const date = { ...checked(input), id, networkId, isRemoved: false };
          return tx.manager.save(tx.manager.create(FreeDate, date));
        },
        again: (id) => tx.manager.findOneByOrFail(FreeDate, { id }),
      }),
    );
  }

  /** A second time changes nothing. */
  remove(viewer: Viewer, input: RemoveFreeDateInput): Promise<FreeDate> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "removeFreeDate",
        input,
        first: async () => {
          const date = await findDate(tx, input.id);
          if (!date || !(await isSeen(tx, viewer, date.networkId))) {
            throw notFound("FreeDate", input.id);
          }
          expectSecretariat(viewer, date.networkId);
          return tx.manager.save(Object.assign(date, { isRemoved: true }));
        },
        again: (id) => tx.manager.findOneByOrFail(FreeDate, { id }),
      }),
    );
  }
}

/** That with which a network begins is in no table until it is taken away. */
async function findDate(tx: Transaction, id: string): Promise<FreeDate | null> {
  const found = await tx.lock(FreeDate, id);
  const networkId = networkOfFirst(id);
  if (found || firstIdOf(networkId) !== id) return found;
  return tx.manager.create(FreeDate, firstOf(networkId));
}

async function isSeen({ manager }: Transaction, viewer: Viewer, id: string): Promise<boolean> {
  const network = await manager.findOneBy(NetworkReplica, { id });
  return network !== null && canSee(viewer, network);
}

function expectSecretariat(viewer: Viewer, networkId: string): void {
  if (canKeepDatesFree(viewer, networkId)) return;
  throw forbidden("The secretariat of the network says which dates it keeps free");
}

/** @throws BAD_USER_INPUT */
function checked({ startDate, endDate, isYearly, reason }: KeepDateFreeInput) {
  const last = endDate ?? startDate;
  dateOrder("endDate", startDate, last);
  if (dayNumber(last) - dayNumber(startDate) >= YEAR) {
    throw invalid("endDate", "A date is kept free for less than a year");
  }
  return { startDate, endDate: last, isYearly, reason: requiredText("reason", reason, 200) };
}
