import type { Transaction } from "@convene/shared/database/transaction";
import {
  hideRecord,
  restoreRecord,
  TakenDownRecord,
} from "@convene/shared/takedown/taken-down-record";
import { prefixOf } from "@convene/shared/type-id";
import { type EntityManager, In } from "typeorm";
import { IntroductionRequest } from "../introduction-request/introduction-request.entity.ts";
import { Message } from "../message/message.entity.ts";
import { publishNetworks } from "../network/network.feed.ts";
import { publishOrganisations } from "../organisation/organisation.feed.ts";
import { publishPeople } from "../person/person.feed.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { publishRelationships } from "../relationship/relationship.feed.ts";
import { Report } from "./report.entity.ts";
import { ReportState } from "./report.enum.ts";

const OWN: Readonly<
  Record<string, { readonly table: string; readonly publish: typeof publishPeople }>
> = {
  org: { table: "organisation", publish: publishOrganisations },
  per: { table: "person", publish: publishPeople },
  net: { table: "network", publish: publishNetworks },
};

/**
 * Hides a record, or shows it again as before, by what stands in its report. This service's own at
 * once; those of others, when they hear of it: each hides its own.
 */
export async function followDecision(
  tx: Transaction,
  about: string,
  decision: "hide" | "restore",
): Promise<void> {
  const own = OWN[prefixOf(about) ?? ""];
  if (own) {
    const change = decision === "hide" ? hideRecord : restoreRecord;
    await change(tx.manager, { table: own.table, column: "audience" }, about);
    await own.publish(tx, [about]);
  } else if (prefixOf(about) === "rel") {
    await tx.manager.update(Relationship, { id: about }, { isTakenDown: decision === "hide" });
    await publishRelationships(tx, [about]);
  } else if (prefixOf(about) === "msg") {
    await tx.manager.update(Message, { id: about }, { isWithheld: decision === "hide" });
  } else if (prefixOf(about) === "itr") {
    const isTakenDown = decision === "hide";
    await tx.manager.update(IntroductionRequest, { id: about }, { isTakenDown });
  } else {
    await tx.publish({ type: "Takedown", ids: [about], load: loadTakedowns });
  }
}

/** There is one while a report stands by which it was taken down. */
async function loadTakedowns(manager: EntityManager, ids: readonly string[]) {
  const state = ReportState.TAKEN_DOWN;
  const reports = await manager.findBy(Report, { about: In([...ids]), state });
  return new Map(reports.map(({ about }) => [about, {}]));
}

/** What was decided last year is over; of what is down still, the report stays without its words. */
export async function forgetOldReports({ manager }: Transaction, before: Date): Promise<void> {
  await manager.query(
    "DELETE FROM report WHERE state IN ('DISMISSED', 'RESTORED') AND decided_at < $1",
    [before],
  );
  await manager.query(
    `UPDATE report SET comment = NULL, note = NULL WHERE state = 'TAKEN_DOWN' AND decided_at < $1
     AND (comment IS NOT NULL OR note IS NOT NULL)`,
    [before],
  );
}

/** With a person goes what was reported of them, and what they wrote to say why of others. */
export async function forgetReportsOf({ manager }: Transaction, person: string): Promise<void> {
  await manager.delete(Report, { about: person });
  await manager.delete(TakenDownRecord, { id: person });
  await manager.update(Report, { reporterId: person }, { comment: null });
}

/** A report of a letter or a request, and what stands in it of that, goes with it. */
export async function forgetReportsOfLetters({ manager }: Transaction): Promise<void> {
  await manager.query(
    `DELETE FROM report WHERE about LIKE ANY ('{msg\\\\_%,itr\\\\_%}')
     AND NOT EXISTS (SELECT 1 FROM message WHERE message.id = report.about)
     AND NOT EXISTS (SELECT 1 FROM introduction_request AS one WHERE one.id = report.about)`,
  );
}
