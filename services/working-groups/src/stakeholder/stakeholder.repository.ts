import { canSee } from "@convene/shared/audience";
import { notFound } from "@convene/shared/errors";
import type { ProtectedRow } from "@convene/shared/protection";
import type { Feeds } from "@convene/shared/replica/feeds";
import type { Viewer } from "@convene/shared/viewer";
import { type DataSource, type EntityManager, type EntityTarget, In } from "typeorm";
import { NetworkReplica } from "../network/network.replica.ts";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import { PersonReplica } from "../person/person.replica.ts";

interface StakeholderRow extends ProtectedRow {
  id: string;
}

const REPLICAS = {
  Organisation: OrganisationReplica,
  Person: PersonReplica,
  Network: NetworkReplica,
} satisfies Record<string, EntityTarget<StakeholderRow>>;

/** What a write names of the service `stakeholders`. */
export interface StakeholderKey {
  readonly type: keyof typeof REPLICAS;
  readonly id: string;
}

/** What the replicas know of organisations, people and networks. */
export class StakeholderRepository {
  constructor(
    private readonly db: DataSource,
    private readonly feeds: Pick<Feeds, "catchUpOn">,
  ) {}

  /**
   * Reads the change feed on where an id is missing: it may have been made a moment ago. To be
   * called before the transaction is opened.
   *
   * @throws SERVICE_UNAVAILABLE when it cannot be told now whether it exists.
   */
  async catchUpOn(keys: readonly StakeholderKey[]): Promise<void> {
    const { manager } = this.db;
    const isThere = async () => {
      const found = await Promise.all(keys.map((key) => find(manager, key)));
      return !found.includes(null);
    };
    if (!(await isThere())) await this.feeds.catchUpOn("stakeholders", isThere);
  }

  /** @throws NOT_FOUND for the first that is unknown here, or hidden from the viewer. */
  async requireVisible(
    manager: EntityManager,
    viewer: Viewer,
    keys: readonly StakeholderKey[],
  ): Promise<void> {
    for (const key of keys) {
      const row = await find(manager, key);
      if (!row || !canSee(viewer, row)) throw notFound(key.type, key.id);
    }
  }
}

async function find(
  manager: EntityManager,
  { type, id }: StakeholderKey,
): Promise<StakeholderRow | null> {
  const [row] = await manager.findBy<StakeholderRow>(REPLICAS[type], { id: In([id]) });
  return row ?? null;
}
