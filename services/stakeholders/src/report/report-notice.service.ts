import type { Transaction } from "@convene/shared/database/transaction";
import type { NoticeEvent } from "@convene/shared/notice/notice";
import { today } from "@convene/shared/today";
import { prefixOf } from "@convene/shared/type-id";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { readersOf } from "../message/message.repository.ts";
import { tell } from "../notice/notice.service.ts";
import { holdsOn } from "../period/period.repository.ts";
import type { Report } from "./report.entity.ts";
import { ReportState } from "./report.enum.ts";

/**
 * A report waits: moderators hear of it, and the secretariats that may decide as well. Its words are
 * not mailed: among moderators may be whose it is, and they are not to read them.
 */
export async function tellDeciders(tx: Transaction, report: Report): Promise<void> {
  const people = await secretariatsOf(tx.manager, report.networks);
  const item = { event: "REPORT_FILED" as const, title: report.title, name: null, text: null };
  await tell(tx, { people, moderators: true, except: report.reporterId, item });
}

/** What was decided, to whoever reported it; who that is, nobody else learns. */
export async function tellReporter(tx: Transaction, report: Report): Promise<void> {
  const event = report.state === ReportState.DISMISSED ? "REPORT_DISMISSED" : "REPORT_UPHELD";
  const people = [report.reporterId];
  const item = { event, title: report.title, name: null, text: report.note } as const;
  await tell(tx, { people, moderators: false, except: null, item });
}

/** What was decided, to those whose it is. */
export async function tellOwners(
  tx: Transaction,
  { title, note }: Pick<Report, "title" | "note">,
  { owners, event }: { readonly owners: readonly string[]; readonly event: NoticeEvent },
): Promise<void> {
  const networks = owners.filter((id) => prefixOf(id) === "net");
  const people = [
    ...(await readersOf(tx.manager, owners)),
    ...(await secretariatsOf(tx.manager, networks)),
  ];
  const item = { event, title, name: null, text: note };
  await tell(tx, { people: [...new Set(people)], moderators: false, except: null, item });
}

/** The people of the secretariats of today: members themselves, or who own or edit one that is. */
export async function secretariatsOf(
  manager: EntityManager,
  networks: readonly string[],
): Promise<string[]> {
  const { text, values } = sql`SELECT DISTINCT COALESCE(t.person_id, t.organisation_id) AS id
    FROM network_member AS t WHERE t.network_id = ANY(${[...networks]}::text[])
      AND t.role = 'SECRETARIAT' AND ${holdsOn("t", today())}`;
  const rows: { id: string }[] = await manager.query(text, values);
  return readersOf(
    manager,
    rows.map(({ id }) => id),
  );
}
