import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** An organisation's membership of a network. People's memberships are no ties of the graph. */
@Entity("network_member_replica")
@Index(["networkId"])
@Index(["organisationId"])
export class NetworkMemberReplica {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  networkId!: string;

  @Column("text", { nullable: true })
  organisationId!: string | null;

  @Column("text")
  role!: string;

  @Column("date", { nullable: true })
  startDate!: string | null;

  @Column("date", { nullable: true })
  endDate!: string | null;
}

export const networkMemberReplica = replicaTable({
  source: "stakeholders",
  type: "NetworkMember",
  payload: z.object({
    network: z.string(),
    organisation: z.string().nullable(),
    role: z.string(),
    startDate: z.string().nullable(),
    endDate: z.string().nullable(),
  }),
  entity: NetworkMemberReplica,
  row: ({ id, payload: { network, organisation, ...kept } }) => ({
    ...kept,
    id,
    networkId: network,
    organisationId: organisation,
  }),
});
