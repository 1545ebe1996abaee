import type { Feeds } from "@convene/shared/replica/feeds";
import type { ReplicaRow } from "@convene/shared/replica/replica";
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In } from "typeorm";

/** Reads the feeds on when a thing that is named is not known here yet. */
export class ReplicaLookup {
  constructor(
    private readonly manager: EntityManager,
    private readonly feeds: Feeds,
  ) {}

  /**
   * To be called before a transaction. What does not exist is still missing afterwards.
   *
   * @throws SERVICE_UNAVAILABLE when that cannot be told now.
   */
  async expect<T extends ReplicaRow>(
    source: string,
    entity: EntityTarget<T>,
    ids: readonly string[],
  ): Promise<void> {
    const where = { id: In([...ids]) } as FindOptionsWhere<T>;
    const isThere = async () => (await this.manager.countBy(entity, where)) === ids.length;
    if (ids.length === 0 || (await isThere())) return;
    await this.feeds.catchUpOn(source, isThere);
  }
}
