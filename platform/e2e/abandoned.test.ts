import { setTimeout as pause } from "node:timers/promises";
import type { EntityManager } from "typeorm";
import { ask } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";

let graphs: Graphs;
beforeAll(async () => {
  graphs = await openGraphs();
}, OPENING);
afterAll(() => graphs.close());

const query = "{ organisations(first: 3) { nodes { name } } }";

/** Until so many statements wait for somebody who has locked their table. */
async function untilWaiting(manager: EntityManager, wanted: number): Promise<void> {
  for (;;) {
    const [{ waiting } = { waiting: -1 }] = await manager.query<{ waiting: number }[]>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting === wanted) return;
    await pause(20);
  }
}

it.each(TRANSPORTS)(
  "a query is given up in PostgreSQL when its client goes away, %s",
  async (transport) => {
    const { db } = graphs.opened.services.stakeholders.parts;
    const url = graphs.url(transport);
    await db.transaction(async (manager) => {
      await manager.query("LOCK TABLE organisation IN ACCESS EXCLUSIVE MODE");
      const client = new AbortController();
      const asking = fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
        signal: client.signal,
      });
      await untilWaiting(manager, 1);
      client.abort();
      await expect(asking).rejects.toThrow();
      await untilWaiting(manager, 0);
    });
    const { data, errors } = await ask(url, { query });
    expect(errors).toBeUndefined();
    expect(data.organisations.nodes).toHaveLength(3);
  },
);
