import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** An agenda item is as visible as its meeting. */
@Entity("agenda_item_replica")
export class AgendaItemReplica {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  meetingId!: string;
}

export const agendaItemReplica = replicaTable({
  source: "meetings",
  type: "AgendaItem",
  payload: z.object({ meeting: z.string() }),
  entity: AgendaItemReplica,
  row: ({ id, payload }) => ({ id, meetingId: payload.meeting }),
});
