import type { FileStorage } from "@convene/shared/storage/file-storage";
import { PART_SIZE } from "@convene/shared/upload/uploads";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";
import { canConvene } from "../convener/convener.policy.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { fileKey } from "./paper-file.value.ts";
import { PaperVersion } from "./paper-version.entity.ts";
import { Paper } from "./paper.entity.ts";
import { canDownload } from "./paper.policy.ts";

/** Files for those who may read them at this moment, part by part. */
export class PaperDownloadService {
  constructor(
    private readonly manager: EntityManager,
    private readonly files: FileStorage,
  ) {}

  /** Null for one that is gone, and for all who do not sit there now. */
  async find(viewer: Viewer | null, id: string): Promise<PaperVersion | null> {
    const version = await this.manager.findOneBy(PaperVersion, { id });
    const paper = version && (await this.manager.findOneBy(Paper, { id: version.paperId }));
    if (!paper) return null;
    const place = await this.placeOf(viewer, paper);
    return place && canDownload(viewer, place) ? version : null;
  }

  /** Null where it is gone. */
  read({ id, size }: PaperVersion, part: number): Promise<Uint8Array | null> {
    const from = part * PART_SIZE;
    const length = Math.min(PART_SIZE, size - from);
    return length <= 0 ? Promise.resolve(null) : this.files.read(fileKey(id), { from, length });
  }

  private async placeOf(viewer: Viewer | null, { itemId, proposalId }: Paper) {
    const { manager } = this;
    if (itemId !== null) {
      const item = await manager.findOneBy(AgendaItem, { id: itemId });
      const meeting = item && (await manager.findOneBy(Meeting, { id: item.meetingId }));
      return meeting && (!item.isTakenDown || canConvene(viewer, meeting)) ? meeting : null;
    }
    const proposal = await manager.findOneBy(AgendaProposal, { id: proposalId ?? "" });
    if (!proposal) return null;
    const { meetingId, seriesId } = proposal;
    return meetingId === null
      ? manager.findOneBy(MeetingSeries, { id: seriesId ?? "" })
      : manager.findOneBy(Meeting, { id: meetingId });
  }
}

/** How many parts a file is read in. */
export const partsOf = ({ size }: Pick<PaperVersion, "size">): number =>
  Math.ceil(size / PART_SIZE);
