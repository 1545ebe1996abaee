import { createHash, timingSafeEqual } from "node:crypto";
import { databaseFaultOf } from "@convene/shared/database/database-fault";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { invalid, limitExceeded, notFound, serviceUnavailable } from "@convene/shared/errors";
import type { FileStorage } from "@convene/shared/storage/file-storage";
import { DOCUMENT_TYPES, sniffDocument } from "@convene/shared/storage/sniffed-type";
import { newId } from "@convene/shared/type-id";
import { UploadChunks } from "@convene/shared/upload/upload-chunks";
import {
  PART_SIZE,
  type UploadEnd,
  type UploadLink,
  type UploadPart,
  type Uploads,
} from "@convene/shared/upload/uploads";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";
import { fitName } from "./file-name.value.ts";
import { fileKey } from "./paper-file.value.ts";
import { PaperUpload } from "./paper-upload.entity.ts";
import { PaperVersion } from "./paper-version.entity.ts";
import { Paper } from "./paper.entity.ts";

/** How large a paper may be, in bytes. */
const MOST_BYTES = 25_000_000;

const chunks = new UploadChunks({ table: "paper_chunk", owner: "upload_id" });

/** Takes the files of papers, and sees by their bytes what they are. */
export class PaperUploads implements Uploads {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStorage,
  ) {}

  async check(link: UploadLink): Promise<void> {
    await this.write(async ({ manager }) => {
      requireAwaited(await manager.findOneBy(PaperUpload, { id: link.id }), link);
    });
  }

  async put(part: UploadPart): Promise<void> {
    const size = part.position * PART_SIZE + part.bytes.byteLength;
    if (part.bytes.byteLength > PART_SIZE || size > MOST_BYTES) {
      throw limitExceeded(`A paper may not be larger than ${MOST_BYTES / 1e6} MB`);
    }
    await this.write(async (tx) => {
      requireAwaited(await tx.lock(PaperUpload, part.id), part);
      await chunks.put(tx, part);
    });
  }

  /** The paper is there once this commits; the link is used up. */
  async finish(end: UploadEnd): Promise<void> {
    await this.write(async (tx) => {
      const awaited = requireAwaited(await tx.lock(PaperUpload, end.id), end);
      if (end.size === 0) throw invalid("file", "The file is empty");
      const bytes = await chunks.whole(tx, end);
      const type = await sniffDocument(bytes);
      if (!type) throw invalid("file", `A paper is one of these: ${DOCUMENT_TYPES}`);
      const version = tx.manager.create(PaperVersion, {
        ...(await nextOf(tx, awaited)),
        ...{ id: newId("ppv"), uploaderId: awaited.uploaderId, uploadedAt: new Date() },
        ...{ mediaType: type.mediaType, fileName: fitName(awaited.fileName, type) },
        ...{ size: end.size, sha256: createHash("sha256").update(bytes).digest("hex") },
      });
      await tx.manager.insert(PaperVersion, version);
      await tx.manager.delete(PaperUpload, { id: awaited.id });
      // Last: where this fails nothing is told of; what lies there without a row is swept away.
      await this.files.put(fileKey(version.id), bytes);
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

/** @throws NOT_FOUND, the same for a link that is wrong, used or expired */
function requireAwaited(awaited: PaperUpload | null, { id, token }: UploadLink): PaperUpload {
  const wanted = Buffer.from(awaited?.uploadToken ?? "");
  const given = Buffer.from(token);
  const fits = wanted.length === given.length && timingSafeEqual(wanted, given);
  if (!awaited || !fits || awaited.uploadUntil <= new Date()) throw notFound("Upload", id);
  return awaited;
}

/** The next version of the paper, or the first one of a new paper. */
async function nextOf(tx: Transaction, awaited: PaperUpload) {
  const { itemId, proposalId, title, language, uploaderId: ownerId } = awaited;
  const known = awaited.paperId === null ? null : await tx.lock(Paper, awaited.paperId);
  if (known) {
    const number = await tx.manager.maximum(PaperVersion, "number", { paperId: known.id });
    return { paperId: known.id, number: (number ?? 0) + 1 };
  }
  const paper = { id: newId("ppr"), itemId, proposalId, title, language, ownerId };
  // A proposal that was accepted meanwhile has become an item, and its papers go there.
  const placed = { ...paper, itemId: itemId ?? (await itemOfProposal(tx, proposalId)) };
  await tx.manager.insert(Paper, { ...placed, createdAt: new Date() });
  return { paperId: paper.id, number: 1 };
}

async function itemOfProposal(
  { manager }: Transaction,
  proposalId: string | null,
): Promise<string | null> {
  if (proposalId === null) return null;
  const proposal = await manager.findOneBy(AgendaProposal, { id: proposalId });
  return proposal?.itemId ?? null;
}
