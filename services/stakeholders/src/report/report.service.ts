import type { Connection } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden, limitExceeded, notFound } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId, prefixOf } from "@convene/shared/type-id";
import { isModerator, type Viewer } from "@convene/shared/viewer";
import sql, { empty } from "sql-template-tag";
import { MoreThan } from "typeorm";
import { Person } from "../person/person.entity.ts";
import { kindOf, SOURCES } from "./content-kind.value.ts";
import { tellDeciders, tellOwners, tellReporter } from "./report-notice.service.ts";
import { Report } from "./report.entity.ts";
import { ReportDecision, ReportState } from "./report.enum.ts";
import type {
  DecideReportInput,
  ReportContentInput,
  RestoreContentInput,
} from "./report.inputs.ts";
import { canDecide, canReport, canSeeReport } from "./report.policy.ts";
import type { ReportsArgs } from "./report.type.ts";
import { reportVisibleTo } from "./report.repository.ts";
import { findReported, type Reported } from "./reported.repository.ts";
import { followDecision } from "./takedown.service.ts";

const OLDEST_FIRST = [
  { column: "t.created_at", direction: "ASC", type: "timestamptz" },
  { column: "t.id", direction: "ASC", type: "text" },
] as const;

/** How many reports somebody may make in a day. */
const MOST = 20;
const DAY = 86_400_000;

export class ReportService {
  constructor(private readonly parts: Pick<ServiceParts, "db" | "transactions" | "feeds">) {}

  /** What the viewer may decide, and what they have reported: the oldest first. */
  list(viewer: Viewer | null, args: ReportsArgs): Promise<Connection<Report>> {
    const { state } = args;
    const where = [reportVisibleTo(viewer), state ? sql`t.state = ${state}` : empty];
    return list(this.parts.db.manager, { entity: Report, order: OLDEST_FIRST, where }, args);
  }

  /** The same again, while it is open, is the first. Throws as whoever reads it is told. */
  async report(viewer: Viewer, input: ReportContentInput): Promise<Report> {
    const { person } = viewer;
    const { about } = input;
    const find = () => findReported(this.parts.db.manager, about);
    const source = SOURCES[prefixOf(about) ?? ""];
    if (source !== undefined && !(await find())) await this.parts.feeds.catchUp(source);
    return this.parts.transactions.write(async (tx) => {
      const reported = await findReported(tx.manager, about);
      if (!reported?.isSeenBy(viewer)) throw notFound(kindOf(about), about);
      if (person === null || !canReport(viewer)) throw forbidden("Only people report");
      const { title, networks, owners } = reported;
      return file(tx, {
        ...{ about, title, networks: [...networks], owners: [...owners], reporterId: person },
        reason: input.reason,
        comment: optionalText("comment", input.comment, 2_000),
      });
    });
  }

  /** Takes down, by which all open reports about the same are decided; or lets it stand. */
  decide(viewer: Viewer, input: DecideReportInput): Promise<Report> {
    return this.once(viewer, { mutation: "decideReport", input }, async (tx) => {
      const { report, alike, told } = await lockToDecide(tx, viewer, input.report);
      const said = { viewer, note: requiredText("note", input.note, 2_000) };
      if (report.state !== ReportState.OPEN) throw conflict("It is decided already");
      if (input.decision === ReportDecision.DISMISS) {
        return settle(tx, report, { ...said, state: ReportState.DISMISSED });
      }
      const { id, about, title } = report;
      for (const one of alike) await settle(tx, one, { ...said, state: ReportState.TAKEN_DOWN });
      await followDecision(tx, about, "hide");
      await tellOwners(tx, { title, note: said.note }, { owners: told, event: "TAKEN_DOWN" });
      return tx.manager.findOneByOrFail(Report, { id });
    });
  }

  restore(viewer: Viewer, input: RestoreContentInput): Promise<Report> {
    return this.once(viewer, { mutation: "restoreContent", input }, async (tx) => {
      const { report, told } = await lockToDecide(tx, viewer, input.report);
      const said = requiredText("note", input.note, 2_000);
      if (report.state !== ReportState.TAKEN_DOWN) throw conflict("It is not taken down");
      const { id, about, title } = report;
      await tx.manager.update(
        Report,
        { about, state: ReportState.TAKEN_DOWN },
        { ...decidedBy(viewer), state: ReportState.RESTORED, note: said },
      );
      await followDecision(tx, about, "restore");
      await tellOwners(tx, { title, note: said }, { owners: told, event: "RESTORED" });
      return tx.manager.findOneByOrFail(Report, { id });
    });
  }

  /** A key sent again answers the report as it is now, to whoever may decide about it. */
  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<Report>, "mutation" | "input">,
    first: (tx: Transaction) => Promise<Report>,
  ): Promise<Report> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => first(tx),
        again: async (id) => (await lockToDecide(tx, viewer, id)).report,
      }),
    );
  }
}

type Filed = Pick<Report, "about" | "title" | "networks" | "owners" | "reporterId"> &
  Pick<Report, "reason" | "comment">;

async function file(tx: Transaction, filed: Filed): Promise<Report> {
  const { about, reporterId } = filed;
  // One after the other: there is one of each, and so many in a day.
  if (!(await tx.lock(Person, reporterId))) throw forbidden("Only people report");
  const standing = { about, reporterId, state: ReportState.OPEN };
  const before = await tx.manager.findOneBy(Report, standing);
  if (before) return before;
  const createdAt = MoreThan(new Date(Date.now() - DAY));
  if ((await tx.manager.countBy(Report, { reporterId, createdAt })) >= MOST) {
    throw limitExceeded(`At most ${MOST} reports a day: write to a moderator`);
  }
  const made = { id: newId("rpt"), ...filed, state: ReportState.OPEN, note: null };
  const undecided = { decidedById: null, decidedAt: null, isModerators: false };
  const report = Object.assign(new Report(), made, undecided, { createdAt: new Date() });
  await tx.manager.insert(Report, report);
  await tellDeciders(tx, report);
  return report;
}

const decidedBy = (viewer: Viewer) => ({
  decidedById: viewer.person ?? viewer.id,
  decidedAt: new Date(),
  isModerators: isModerator(viewer),
});

interface Settlement extends Pick<Report, "state"> {
  readonly viewer: Viewer;
  readonly note: string;
}

async function settle(
  tx: Transaction,
  report: Report,
  { viewer, state, note }: Settlement,
): Promise<Report> {
  Object.assign(report, decidedBy(viewer), { state, note });
  await tx.manager.save(report);
  await tellReporter(tx, report);
  return report;
}

interface Deciding {
  readonly report: Report;
  /** All reports of the same in the same state, itself among them: they are decided together. */
  readonly alike: readonly Report[];
  readonly told: readonly string[];
}

/**
 * Decided is by what stands now: meanwhile it may have become somebody else's, or be shown to fewer.
 *
 * @throws NOT_FOUND, FORBIDDEN
 */
async function lockToDecide(tx: Transaction, viewer: Viewer, id: string): Promise<Deciding> {
  const report = await tx.lock(Report, id);
  if (!report || !canSeeReport(viewer, report)) throw notFound("Report", id);
  const { about, state } = report;
  const reported = await findReported(tx.manager, about);
  const alike = await tx.manager.findBy(Report, { about, state });
  const now = standingNow(report, reported);
  const may = ({ reporterId, isModerators }: Report) =>
    canDecide(viewer, { reporterId, isModerators, ...now });
  if (!alike.every(may)) throw forbidden("Moderators decide about this report");
  return { report, alike, told: reported?.told ?? [] };
}

/** What is taken down is shown to no network any more: then those of before are asked. */
function standingNow({ state, networks, owners }: Report, reported: Reported | null) {
  if (!reported) return { networks, owners };
  const isOpen = state === ReportState.OPEN;
  return {
    networks: isOpen ? networks.filter((id) => reported.networks.includes(id)) : networks,
    owners: [...owners, ...reported.owners],
  };
}
