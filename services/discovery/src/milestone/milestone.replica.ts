import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** By which day a group wants to have reached something, and whether it has. */
@Entity("milestone_document")
@Index(["groupId"])
export class MilestoneDocument {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  groupId!: string;

  @Column("date")
  dueDate!: string;

  /** `OPEN`, `REACHED` or `DROPPED`. */
  @Column("text")
  status!: string;
}

export const milestoneReplica = replicaTable({
  source: "working-groups",
  type: "Milestone",
  payload: z.object({ group: z.string(), dueDate: z.string(), status: z.string() }),
  entity: MilestoneDocument,
  row: ({ id, payload: { group, dueDate, status } }) => ({ id, groupId: group, dueDate, status }),
});
