import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** An organisation's seat in a working group. */
@Entity("seat_replica")
@Index(["groupId"])
@Index(["organisationId"])
export class SeatReplica {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  groupId!: string;

  @Column("text")
  organisationId!: string;

  @Column("text")
  role!: string;

  @Column("date", { nullable: true })
  startDate!: string | null;

  @Column("date", { nullable: true })
  endDate!: string | null;
}

export const seatReplica = replicaTable({
  source: "working-groups",
  type: "Seat",
  payload: z.object({
    group: z.string(),
    organisation: z.string(),
    role: z.string(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  entity: SeatReplica,
  row: ({ id, payload: { group, organisation, ...kept } }) => ({
    ...kept,
    id,
    groupId: group,
    organisationId: organisation,
  }),
});
