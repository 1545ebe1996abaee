import { timingSafeEqual } from "node:crypto";
import { databaseFaultOf } from "../database/database-fault.ts";
import type { Transaction, Transactions } from "../database/transaction.ts";
import { invalid, limitExceeded, notFound, serviceUnavailable } from "../errors.ts";
import { UploadChunks } from "../upload/upload-chunks.ts";
import {
  MOST_BYTES,
  PART_SIZE,
  type UploadEnd,
  type UploadLink,
  type UploadPart,
  type Uploads,
} from "../upload/uploads.ts";
import { FileImport } from "./file-import.entity.ts";
import { ImportState } from "./file-import.enum.ts";
import { isWaiting } from "./file-import.policy.ts";
import type { ImportJob } from "./file-import.job.ts";

const chunks = new UploadChunks({ table: "import_chunk", owner: "import_id" });

/** Takes the files of imports: into the database, where every worker can read them. */
export class ImportUploads implements Uploads {
  constructor(
    private readonly transactions: Transactions,
    private readonly job: ImportJob,
  ) {}

  async check(link: UploadLink): Promise<void> {
    await this.write(async ({ manager }) => {
      requireWaiting(await manager.findOneBy(FileImport, { id: link.id }), link);
    });
  }

  async put(part: UploadPart): Promise<void> {
    const size = part.position * PART_SIZE + part.bytes.byteLength;
    if (part.bytes.byteLength > PART_SIZE || size > MOST_BYTES) {
      throw limitExceeded(`A file may not be larger than ${MOST_BYTES / 1e6} MB`);
    }
    await this.write(async (tx) => {
      await lockWaiting(tx, part);
      await chunks.put(tx, part);
    });
  }

  /** The import has its turn once this commits; the link is used up. */
  async finish(end: UploadEnd): Promise<void> {
    await this.write(async (tx) => {
      const one = await lockWaiting(tx, end);
      if (end.size === 0) throw invalid("file", "The file is empty");
      await chunks.expectWhole(tx, end);
      Object.assign(one, { state: ImportState.QUEUED, uploadToken: null, fileBytes: end.size });
      await tx.manager.save(one);
      await tx.enqueue(this.job, { id: one.id }, { key: one.id });
    });
  }

  /** A database that cannot work at the moment is told as such, as it is in GraphQL. */
  private async write(work: (tx: Transaction) => Promise<void>): Promise<void> {
    try {
      await this.transactions.write(work);
    } catch (error) {
      throw databaseFaultOf(error) === null ? error : serviceUnavailable();
    }
  }
}

async function lockWaiting(tx: Transaction, link: UploadLink): Promise<FileImport> {
  return requireWaiting(await tx.lock(FileImport, link.id), link);
}

/** @throws NOT_FOUND, the same for a link that is wrong, used or expired */
function requireWaiting(one: FileImport | null, { id, token }: UploadLink): FileImport {
  const wanted = Buffer.from(one?.uploadToken ?? "");
  const given = Buffer.from(token);
  const fits = wanted.length === given.length && timingSafeEqual(wanted, given);
  if (!one || wanted.length === 0 || !fits || !isWaiting(one)) throw notFound("Upload", id);
  return one;
}
