import type { DataSource, EntityManager } from "typeorm";
import { whileAsking } from "../audit/asking.ts";
import { AppError } from "../errors.ts";
import type { ServiceParts } from "../service/service-definition.ts";
import { FileImport } from "./file-import.entity.ts";
import { ImportState } from "./file-import.enum.ts";
import { isEnded } from "./file-import.policy.ts";
import { ImportTally } from "./import-tally.value.ts";
import { type Importers, type OpenedImport, openImport } from "./importer.ts";

export interface ImportRun {
  readonly parts: ServiceParts;
  readonly importers: Importers;
  readonly id: string;
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** How much may be lost to a process that dies: counted as unchanged the next time. */
const ROWS_BETWEEN = 200;
const MILLISECONDS_BETWEEN = 1_000;

/** One attempt at an import, whether or not one was begun before. */
export async function runImport(run: ImportRun): Promise<void> {
  const one = await begin(run);
  if (!one) return;
  try {
    await whileAsking(askingFor(one), () => takeIn(run, one));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await endImport(run.parts, one.id, { state: ImportState.FAILED, failure: error.message });
  }
}

/** What it takes in is recorded as of who has asked for it, and names the run. */
const askingFor = ({ id, createdBy }: FileImport) => ({
  viewer: {
    kind: createdBy.startsWith("key_") ? ("key" as const) : ("account" as const),
    id: createdBy,
    person: null,
  },
  operation: `the import ${id}`,
  client: null,
  requestId: null,
});

async function begin({ parts, id }: ImportRun): Promise<FileImport | null> {
  return parts.transactions.write(async (tx) => {
    const one = await tx.lock(FileImport, id);
    if (!one || isEnded(one)) return null;
    one.state = ImportState.RUNNING;
    one.attempt += 1;
    one.startedAt ??= new Date();
    return tx.manager.save(one);
  });
}

async function takeIn(run: ImportRun, one: FileImport): Promise<void> {
  const { parts, importers, signal } = run;
  const importer = importers[one.kind];
  if (!importer) throw new Error(`There is no import of ${one.kind} in this version`);
  const { dryRun, columnMap: map, scheme, fileName: file, source } = one;
  const content = await fileOf(parts.db, one);
  const asked = { dryRun, map, scheme: scheme ?? "", file, source, sheet: one.sheet ?? undefined };
  const opened = await openImport(parts, importer, { content, ...asked });
  try {
    const tally = new ImportTally(one);
    const progress = { opened, tally, savedRows: one.rowsRead, savedAt: Date.now() };
    for await (const row of opened.rows) {
      tally.add(row);
      if (!isDue(progress)) continue;
      signal.throwIfAborted();
      if (!(await save(parts, one, progress))) return;
    }
    if (await save(parts, one, progress)) await endImport(parts, one.id, DONE);
  } finally {
    await opened.close();
  }
}

const DONE = { state: ImportState.DONE };

async function fileOf(db: DataSource, { id, fileBytes }: FileImport): Promise<Buffer> {
  const file = Buffer.alloc(fileBytes ?? 0);
  let filled = 0;
  for (let position = 0; filled < file.length; position += 1) {
    const [chunk] = await db.query<{ bytes: Buffer }[]>(
      "SELECT bytes FROM import_chunk WHERE import_id = $1 AND position = $2",
      [id, position],
    );
    if (!chunk) throw new Error(`Part ${position} of the file of ${id} is missing`);
    filled += chunk.bytes.copy(file, filled);
  }
  return file;
}

interface Progress {
  readonly opened: OpenedImport;
  readonly tally: ImportTally;
  savedRows: number;
  savedAt: number;
}

const isDue = ({ tally, savedRows, savedAt }: Progress): boolean =>
  tally.counts.rowsRead - savedRows >= ROWS_BETWEEN || Date.now() - savedAt > MILLISECONDS_BETWEEN;

/** @returns false where it was called off, or another attempt has begun since */
async function save(
  { transactions }: ServiceParts,
  { id, attempt }: FileImport,
  progress: Progress,
): Promise<boolean> {
  const { counts, made } = progress.tally;
  const { bytesRead } = progress.opened.progress();
  const problems = JSON.stringify(progress.tally.takeProblems());
  const saved = await transactions.write(async ({ manager }) => {
    const { affected } = await manager.update(
      FileImport,
      { id, attempt, state: ImportState.RUNNING },
      { ...counts, made, bytesRead },
    );
    if (affected === 1) await insertProblems(manager, id, problems);
    return affected === 1;
  });
  Object.assign(progress, { savedRows: counts.rowsRead, savedAt: Date.now() });
  return saved;
}

const insertProblems = (manager: EntityManager, id: string, problems: string): Promise<unknown> =>
  manager.query(
    `INSERT INTO import_problem (import_id, position, line, field, "column", code, message, cell)
     SELECT $1, position, line, field, "column", code, message, cell
     FROM jsonb_to_recordset($2::jsonb) AS found
       (position integer, line integer, field text, "column" text, code text, message text, cell text)`,
    [id, problems],
  );

export interface ImportEnd {
  readonly state: ImportState;
  readonly failure?: string;
}

/** The file is not needed any more. What was called off meanwhile stays so. */
export async function endImport(
  { transactions }: ServiceParts,
  id: string,
  end: ImportEnd,
): Promise<void> {
  await transactions.write(async (tx) => {
    const one = await tx.lock(FileImport, id);
    if (!one || isEnded(one)) return;
    await tx.manager.save(Object.assign(one, { ...end, finishedAt: new Date() }));
    await tx.manager.query("DELETE FROM import_chunk WHERE import_id = $1", [id]);
  });
}
