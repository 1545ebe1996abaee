import { canSee } from "@convene/shared/audience";
import type { Transaction } from "@convene/shared/database/transaction";
import { forbidden, invalid, notFound } from "@convene/shared/errors";
import type { Protection } from "@convene/shared/protection";
import type { ReplicaRow } from "@convene/shared/replica/replica";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager, EntityTarget, FindOptionsWhere } from "typeorm";
import { NetworkReplica } from "../network/network.replica.ts";
import type { ReplicaLookup } from "../replica-lookup/replica-lookup.service.ts";
import { WorkingGroupReplica } from "../working-group/working-group.replica.ts";
import { canConvene, type Convened } from "./convener.policy.ts";

/** A group or a network, as it meets. */
export interface Convener extends Convened {
  readonly protection: Protection;
}

/** One of the two. */
export interface ConvenerChoice {
  readonly group?: string | null;
  readonly network?: string | null;
}

export const groupAsConvener = (group: WorkingGroupReplica): Convener => ({
  groupId: group.id,
  networkId: group.networkId,
  protection: group,
});

export const networkAsConvener = ({
  id,
  audience,
  organisations,
  networks,
}: NetworkReplica): Convener => ({
  groupId: null,
  networkId: id,
  protection: { audience, organisations, networks: [...new Set([...networks, id])] },
});

export class ConvenerService {
  constructor(private readonly lookup: ReplicaLookup) {}

  /** To be called before a transaction: one made a moment ago may not be known here yet. */
  async expect({ group, network }: ConvenerChoice): Promise<void> {
    if (group) await this.lookup.expect("working-groups", WorkingGroupReplica, [group]);
    if (network) await this.lookup.expect("stakeholders", NetworkReplica, [network]);
  }

  /**
   * The convener, on which nothing may change until the end of the transaction: what stands in its
   * meetings' columns is then true of it.
   *
   * @throws BAD_USER_INPUT unless one of the two is given; NOT_FOUND; FORBIDDEN
   */
  async holdToConvene(tx: Transaction, viewer: Viewer, choice: ConvenerChoice): Promise<Convener> {
    const { group, network } = choice;
    if (Boolean(group) === Boolean(network)) {
      throw invalid("group", "Give the group that meets, or the network: one of the two");
    }
    const convener = await this.hold(tx.manager, {
      groupId: group ?? null,
      networkId: network ?? null,
    });
    if (!convener || !canSee(viewer, convener.protection)) {
      throw group ? notFound("WorkingGroup", group) : notFound("Network", network ?? "");
    }
    if (!canConvene(viewer, convener)) {
      throw forbidden("Its co-leads and its network's secretariat convene the meetings");
    }
    return convener;
  }

  /** The same for what is there already; null when the convener is gone. */
  hold(manager: EntityManager, convened: Convened): Promise<Convener | null> {
    return holdConvener(manager, convened);
  }
}

/** Until the end of the transaction nothing changes on it. Null when it is gone. */
export async function holdConvener(
  manager: EntityManager,
  { groupId, networkId }: Convened,
): Promise<Convener | null> {
  if (groupId !== null) {
    const group = await findHeld(manager, WorkingGroupReplica, groupId);
    return group && groupAsConvener(group);
  }
  const network = await findHeld(manager, NetworkReplica, networkId ?? "");
  return network && networkAsConvener(network);
}

/**
 * A rebuild of the replica takes every row away and puts it there anew: a statement that waited for
 * it sees only that the old row went. So what is missing is looked up once more.
 */
async function findHeld<T extends ReplicaRow>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  id: string,
): Promise<T | null> {
  const lock = { mode: "pessimistic_read" } as const;
  const where = { id } as FindOptionsWhere<T>;
  const find = () => manager.findOne(entity, { where, lock });
  return (await find()) ?? find();
}
