import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { RowOutcome } from "@convene/shared/table/import-report";
import { normaliseName } from "@convene/shared/table/name-key";
import { keep } from "../practice/practice-change.service.ts";
import {
  contentAfter,
  EMPTY_CONTENT,
  type PracticeContentInput,
} from "../practice/practice-content.policy.ts";
import { PracticeOrganisationRole } from "../practice/practice-organisation-role.enum.ts";
import { PracticeOrganisation } from "../practice/practice-organisation.entity.ts";
import { PracticeState } from "../practice/practice-state.enum.ts";
import { Practice } from "../practice/practice.entity.ts";
import { insertPractice } from "../practice/practice.service.ts";

/** A row of the file whose cells have become ids. */
export interface ImportedPractice {
  readonly content: PracticeContentInput;
  /** One at least; the first leads. */
  readonly implementers: readonly string[];
  readonly partners: readonly string[];
  readonly publishedOn: string | null;
}

interface Stored {
  readonly outcome: RowOutcome;
  readonly id?: string;
}

/** Ends the transaction of a dry run: what was tried is rolled back, its result stays. */
class OnlyTried extends Error {
  constructor(readonly result: Stored) {
    super("This was a dry run");
  }
}

export async function storePractice(
  transactions: Transactions,
  practice: ImportedPractice,
  { dryRun }: { dryRun: boolean },
): Promise<Stored> {
  try {
    return await transactions.write(async (tx) => {
      const result = await store(tx, practice);
      if (dryRun) throw new OnlyTried(result);
      return result;
    });
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error;
    const { outcome, id } = error.result;
    return outcome === "created" ? { outcome } : { outcome, ...(id !== undefined && { id }) };
  }
}

async function store(tx: Transaction, imported: ImportedPractice): Promise<Stored> {
  const known = await find(tx, imported);
  if (!known) {
    const { implementers, partners } = imported;
    const content = contentAfter(EMPTY_CONTENT, imported.content);
    const cast = { implementers, partners };
    const made = await insertPractice(tx, { content, cast, steward: null });
    if (publish(made, imported)) await keep(tx, made);
    return { outcome: "created", id: made.id };
  }
  const before = JSON.stringify(known);
  Object.assign(known, contentAfter(known, imported.content));
  publish(known, imported);
  const joined = await join(tx, known, imported);
  if (!joined && JSON.stringify(known) === before) return { outcome: "unchanged", id: known.id };
  await keep(tx, known);
  return { outcome: "updated", id: known.id };
}

/** The same practice, locked; two imports of the same one follow each other. */
async function find(
  tx: Transaction,
  { content, implementers }: ImportedPractice,
): Promise<Practice | null> {
  const titleKey = normaliseName(content.title ?? "");
  const [leader] = implementers;
  await tx.manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `practice-import ${titleKey} ${leader ?? ""}`,
  ]);
  return tx.manager
    .createQueryBuilder(Practice, "practice")
    .setLock("pessimistic_write")
    .where("practice.title_key = :titleKey AND practice.organisations[1] = :leader", {
      titleKey,
      leader,
    })
    .orderBy("practice.id")
    .getOne();
}

/** Only a draft: what is under review, or was withdrawn, is not for a file to publish. */
function publish(practice: Practice, { publishedOn }: ImportedPractice): boolean {
  if (publishedOn === null || practice.state !== PracticeState.DRAFT) return false;
  practice.state = PracticeState.PUBLISHED;
  practice.publishedAt = new Date(`${publishedOn}T00:00:00Z`);
  return true;
}

/** Adds the organisations that are not in it yet; answers whether there were any. */
async function join(
  tx: Transaction,
  practice: Practice,
  { implementers, partners }: ImportedPractice,
): Promise<boolean> {
  const ties = await tx.manager.findBy(PracticeOrganisation, { practiceId: practice.id });
  const present = new Set(ties.map(({ organisationId }) => organisationId));
  const wanted = [
    ...implementers.map((id) => ({ id, role: PracticeOrganisationRole.IMPLEMENTER })),
    ...partners.map((id) => ({ id, role: PracticeOrganisationRole.PARTNER })),
  ].filter(({ id }) => !present.has(id));
  let position = Math.max(0, ...ties.map((tie) => tie.position));
  for (const { id, role } of wanted) {
    position += 1;
    const tie = { practiceId: practice.id, organisationId: id, role, position };
    await tx.manager.insert(PracticeOrganisation, tie);
    if (role === PracticeOrganisationRole.IMPLEMENTER) {
      practice.organisations = [...practice.organisations, id];
    }
  }
  return wanted.length > 0;
}
