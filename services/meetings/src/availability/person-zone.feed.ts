import type { Transaction } from "@convene/shared/database/transaction";
import { type EntityManager, In } from "typeorm";
import { Availability } from "./availability.entity.ts";

const TYPE = "PersonZone";

/** Tells the service of accounts by whose clock it is night, and nothing else of anybody's hours. */
export const publishZones = (tx: Transaction, people: readonly string[]): Promise<void> =>
  tx.publish({ type: TYPE, ids: people, load: loadPayloads });

/** Every day: of hours that were entered before they were told. */
export async function tellUntoldZones(tx: Transaction): Promise<void> {
  const untold = await tx.manager.query<{ person: string }[]>(
    `SELECT person_id AS person FROM availability AS a
     WHERE NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.type = $1 AND o.id = a.person_id)`,
    [TYPE],
  );
  await publishZones(
    tx,
    untold.map(({ person }) => person),
  );
}

/** Of people who are gone: as gone, where they were told of. */
export async function forgetZones(tx: Transaction, people: readonly string[]): Promise<void> {
  const told = await tx.manager.query<{ id: string }[]>(
    "SELECT id FROM outbox WHERE type = $1 AND id = ANY($2::text[])",
    [TYPE, people],
  );
  await publishZones(
    tx,
    told.map(({ id }) => id),
  );
}

async function loadPayloads(manager: EntityManager, people: readonly string[]) {
  const entered = await manager.findBy(Availability, { personId: In([...people]) });
  return new Map(entered.map(({ personId, timeZone }) => [personId, { timeZone }]));
}
