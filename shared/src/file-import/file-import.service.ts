import { randomBytes } from "node:crypto";
import sql from "sql-template-tag";
import type { DataSource } from "typeorm";
import type { Connection, ConnectionArgs } from "../connection/connection.ts";
import { list } from "../connection/list.ts";
import type { Transaction, Transactions } from "../database/transaction.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { optionalText, requiredText } from "../input.ts";
import { newId } from "../type-id.ts";
import type { Viewer } from "../viewer.ts";
import { FileImport } from "./file-import.entity.ts";
import { ImportState } from "./file-import.enum.ts";
import type { CancelImportFields, ImportFields } from "./file-import.inputs.ts";
import { canImport, canSeeImport, isEnded } from "./file-import.policy.ts";
import { ImportChunk } from "./import-chunk.entity.ts";
import { ImportProblem } from "./import-problem.entity.ts";
import type { ImportSource } from "./importer.ts";

const HOUR = 3_600_000;
const MOST_COLUMNS = 200;

/** What a service says of an import beside what every import is told. */
export interface StartRequest<I extends ImportFields> {
  /** The mutation's name in the graph. */
  readonly mutation: string;
  readonly input: I;
  readonly kind: string;
  readonly scheme: string | null;
  /** Where the file comes from; null where nobody says, or nothing is made of it. */
  readonly source: ImportSource | null;
}

export interface CancelRequest {
  readonly mutation: string;
  readonly input: CancelImportFields;
}

/** Tables that are taken in without a shell: asked for, looked after, called off. */
export class FileImportService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** An import that waits for its file, for an hour. */
  async start<I extends ImportFields>(
    viewer: Viewer,
    { mutation, input, ...about }: StartRequest<I>,
  ): Promise<FileImport> {
    if (!canImport(viewer)) throw forbidden("Only administrators import files");
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation,
        input,
        first: async () => {
          const made = { ...blankImport(), ...about, ...readFields(input), createdBy: viewer.id };
          return tx.manager.save(Object.assign(new FileImport(), made));
        },
        again: (id) => lockImport(tx, viewer, id),
      }),
    );
  }

  /** Null for what is gone, or hidden from the viewer. */
  async find(viewer: Viewer | null, id: string): Promise<FileImport | null> {
    return canSeeImport(viewer) ? this.db.manager.findOneBy(FileImport, { id }) : null;
  }

  problems({ id }: FileImport, args: ConnectionArgs): Promise<Connection<ImportProblem>> {
    return list(
      this.db.manager,
      {
        entity: ImportProblem,
        order: [{ column: "t.position", direction: "ASC", type: "integer" }],
        where: [sql`t.import_id = ${id}`],
      },
      args,
    );
  }

  /** What was taken in stays; the rows at hand may still be. */
  cancel(viewer: Viewer, { mutation, input }: CancelRequest): Promise<FileImport> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation,
        input,
        first: async () => {
          const one = await lockImport(tx, viewer, input.id);
          if (isEnded(one)) throw conflict(`The import has ended: it is ${one.state}`);
          const finishedAt = new Date();
          Object.assign(one, { state: ImportState.CANCELLED, finishedAt, uploadToken: null });
          await tx.manager.delete(ImportChunk, { importId: one.id });
          return tx.manager.save(one);
        },
        again: (id) => lockImport(tx, viewer, id),
      }),
    );
  }
}

async function lockImport(tx: Transaction, viewer: Viewer, id: string): Promise<FileImport> {
  const one = canSeeImport(viewer) ? await tx.lock(FileImport, id) : null;
  if (!one) throw notFound("Import", id);
  return one;
}

const blankImport = (): Omit<FileImport, "kind" | "fileName" | "createdBy"> => ({
  id: newId("imp"),
  scheme: null,
  source: null,
  sheet: null,
  columnMap: [],
  dryRun: false,
  state: ImportState.WAITING_FOR_FILE,
  failure: null,
  uploadToken: randomBytes(32).toString("base64url"),
  uploadUntil: new Date(Date.now() + HOUR),
  fileBytes: null,
  bytesRead: 0,
  rowsRead: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  problemsFound: 0,
  made: {},
  attempt: 0,
  createdAt: new Date(),
  startedAt: null,
  finishedAt: null,
});

function readFields({ fileName, sheet, columnMap, dryRun }: ImportFields) {
  const pairs = columnMap ?? [];
  if (pairs.length > MOST_COLUMNS) {
    throw invalid("columnMap", `columnMap has ${pairs.length} items; at most ${MOST_COLUMNS}`);
  }
  return {
    fileName: requiredText("fileName", fileName),
    sheet: optionalText("sheet", sheet),
    columnMap: pairs.map((pair, index) => requiredText(`columnMap.${index}`, pair, 500)),
    dryRun: dryRun ?? false,
  };
}
