import { randomBytes } from "node:crypto";
import type { Transactions } from "@convene/shared/database/transaction";
import { invalid, notFound } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { Meeting } from "../meeting/meeting.entity.ts";
import { lockToEdit } from "../meeting/meeting.service.ts";
import { PaperUpload } from "./paper-upload.entity.ts";
import { Paper } from "./paper.entity.ts";
import type { RemovePaperInput, SetPapersDeadlineInput, UploadPaperInput } from "./paper.inputs.ts";
import { holdPaperToEdit, holdTarget } from "./paper-place.service.ts";

const HOUR = 3_600_000;

/** What is to be read before a meeting. */
export class PaperService {
  constructor(private readonly transactions: Transactions) {}

  /** A link by which the file is sent, for an hour. The paper is there once the file is. */
  upload(viewer: Viewer, input: UploadPaperInput): Promise<PaperUpload> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "uploadPaper",
        input,
        first: async () => {
          const target = await holdTarget(tx, viewer, input);
          const title = target.paperId === null ? requiredText("title", input.title ?? "") : "";
          const awaited = tx.manager.create(PaperUpload, {
            ...{ ...target, id: newId("pup"), title, language: input.language },
            fileName: requiredText("fileName", input.fileName),
            uploaderId: viewer.person,
            uploadToken: randomBytes(32).toString("base64url"),
            uploadUntil: new Date(Date.now() + HOUR),
          });
          await tx.manager.insert(PaperUpload, awaited);
          return awaited;
        },
        again: async (id) => {
          const awaited = await tx.manager.findOneBy(PaperUpload, { id });
          if (!awaited) throw notFound("PaperUpload", id);
          return awaited;
        },
      }),
    );
  }

  /** Answers the paper as it was. Its files go once nothing names them any more. */
  remove(viewer: Viewer, { id }: RemovePaperInput): Promise<Paper> {
    return this.transactions.write(async (tx) => {
      const paper = await holdPaperToEdit(tx, viewer, id);
      await tx.manager.delete(Paper, { id });
      return paper;
    });
  }

  setDeadline(viewer: Viewer, input: SetPapersDeadlineInput): Promise<Meeting> {
    return this.transactions.write(async (tx) => {
      const meeting = await lockToEdit(tx, viewer, input.meeting);
      const papersDueAt = input.papersDueAt ?? null;
      if (papersDueAt !== null && papersDueAt > meeting.startsAt) {
        throw invalid("papersDueAt", "Papers are due before the meeting begins");
      }
      await tx.manager.update(Meeting, { id: meeting.id }, { papersDueAt });
      return Object.assign(meeting, { papersDueAt });
    });
  }
}
