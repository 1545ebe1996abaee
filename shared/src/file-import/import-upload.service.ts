import { timingSafeEqual } from "node:crypto";
import { databaseFaultOf } from "../database/database-fault.ts";
import type { Transaction, Transactions } from "../database/transaction.ts";
import { conflict, invalid, limitExceeded, notFound, serviceUnavailable } from "../errors.ts";
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

  async put({ upload, position, bytes, ...link }: UploadPart): Promise<void> {
    const size = position * PART_SIZE + bytes.byteLength;
    if (bytes.byteLength > PART_SIZE || size > MOST_BYTES) {
      throw limitExceeded(`A file may not be larger than ${MOST_BYTES / 1e6} MB`);
    }
    await this.write(async (tx) => {
      const { id } = await lockWaiting(tx, link);
      if (position === 0) await takeOver(tx, id, upload);
      else if ((await stored(tx, id, upload)).parts !== position) throw takenOver();
      await tx.manager.query(
        "INSERT INTO import_chunk (import_id, upload, position, bytes) VALUES ($1, $2, $3, $4)",
        [id, upload, position, Buffer.from(bytes)],
      );
    });
  }

  /** The import has its turn once this commits; the link is used up. */
  async finish({ upload, parts, size, ...link }: UploadEnd): Promise<void> {
    await this.write(async (tx) => {
      const one = await lockWaiting(tx, link);
      if (size === 0) throw invalid("file", "The file is empty");
      const there = await stored(tx, one.id, upload);
      if (there.parts !== parts || there.size !== size) throw takenOver();
      Object.assign(one, { state: ImportState.QUEUED, uploadToken: null, fileBytes: size });
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

/** Of two tries the one that was begun later counts, in whichever order they arrive. */
async function takeOver(tx: Transaction, id: string, upload: string): Promise<void> {
  const later = await tx.manager.query<object[]>(
    'SELECT FROM import_chunk WHERE import_id = $1 AND upload > $2 COLLATE "C" LIMIT 1',
    [id, upload],
  );
  if (later.length > 0) throw takenOver();
  await tx.manager.query("DELETE FROM import_chunk WHERE import_id = $1", [id]);
}

async function stored(tx: Transaction, id: string, upload: string) {
  const [found] = await tx.manager.query<{ parts: number; size: number }[]>(
    `SELECT count(*)::integer AS parts, coalesce(sum(length(bytes)), 0)::integer AS size
     FROM import_chunk WHERE import_id = $1 AND upload = $2`,
    [id, upload],
  );
  return found ?? { parts: 0, size: 0 };
}

const takenOver = () => conflict("Another try to send this file has taken over");
