import type { Change, ChangeFeed, ChangePage } from "../outbox/change-feed.ts";

type Told = Omit<Change, "version">;

/** Another service's feed, told by the test: the latest of each aggregate, in order of change. */
export class FakeFeed implements ChangeFeed {
  private readonly latest = new Map<string, Change & { position: number }>();
  private position = 0;

  constructor(readonly source: string) {}

  tell(changes: readonly Told[]): void {
    for (const change of changes) {
      const key = `${change.type} ${change.id}`;
      const version = (this.latest.get(key)?.version ?? 0) + 1;
      this.position += 1;
      this.latest.delete(key);
      this.latest.set(key, { ...change, version, position: this.position });
    }
  }

  changesAfter(position: string, limit: number): Promise<ChangePage> {
    const from = Number(position.split(":")[1]);
    const found = [...this.latest.values()]
      .filter((change) => change.position > from)
      .slice(0, limit);
    const changes = found.map(({ type, id, version, payload }) => ({ type, id, version, payload }));
    const last = found.at(-1);
    return Promise.resolve({
      changes,
      position: last ? `0:${last.position}` : position,
      whole: true,
    });
  }
}
