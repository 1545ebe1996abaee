import { type Replica, replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";
import { inviteAnew } from "../invitation-due/invitation-due.repository.ts";

/** Which organisation sits in which group, through whom, and for how long. */
@Entity()
@Index(["groupId"])
@Index(["delegateId"])
@Index(["alternateId"])
export class SeatReplica {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  groupId!: string;

  @Column("text")
  organisationId!: string;

  @Column("text", { nullable: true })
  delegateId!: string | null;

  @Column("text", { nullable: true })
  alternateId!: string | null;

  /** For whom it sits, where not for itself. */
  @Column("text", { nullable: true })
  onBehalfOf!: string | null;

  /** `CO_LEAD`, `MEMBER` or `OBSERVER`. */
  @Column("text")
  role!: string;

  /** The first day on which it is held. */
  @Column("date")
  startDate!: string;

  /** The first day on which it is held no more. */
  @Column("date", { nullable: true })
  endDate!: string | null;
}

const payload = z.object({
  group: z.string(),
  organisation: z.string(),
  delegate: z.string().nullable(),
  alternate: z.string().nullable(),
  onBehalfOf: z.string().nullable().default(null),
  role: z.string(),
  startDate: z.string(),
  endDate: z.string().nullable(),
});

const seats = replicaTable({
  source: "working-groups",
  type: "Seat",
  payload,
  entity: SeatReplica,
  row: ({ id, payload }) => ({
    id,
    groupId: payload.group,
    organisationId: payload.organisation,
    delegateId: payload.delegate,
    alternateId: payload.alternate,
    onBehalfOf: payload.onBehalfOf,
    role: payload.role,
    startDate: payload.startDate,
    endDate: payload.endDate,
  }),
});

/** Whoever comes to sit in a group is invited to its meetings; whoever goes is told that, too. */
export const seatReplica: Replica<z.infer<typeof payload>> = {
  ...seats,
  follow: (tx, changes) =>
    inviteAnew(
      tx,
      changes.map((change) => change.payload.group),
    ),
};
