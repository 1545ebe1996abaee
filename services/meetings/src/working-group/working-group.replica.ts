import { ProtectedRow, protectionSchema } from "@convene/shared/protection";
import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

const need = z.object({
  label: z.string(),
  categories: z.array(z.string()),
  countries: z.array(z.string()),
  atLeast: z.number(),
});
const quorum = z.object({
  organisations: z.number().nullable(),
  percent: z.number().nullable(),
  ofEachNeed: z.number().nullable(),
});
const charter = z.object({
  since: z.string(),
  needs: z.array(need),
  quorum: quorum.nullable(),
});

/** Whom a charter asks for: a constituency, a region, or a constituency of a region. */
export type ToldNeed = z.infer<typeof need>;
/** How many must be there for a meeting to decide. */
export type ToldQuorum = z.infer<typeof quorum>;
/** What one version of a charter asks of meetings from an instant on. */
export type ToldCharter = z.infer<typeof charter>;

/** Which groups there are, who may see them, in which network each stands, and by what charters. */
@Entity()
export class WorkingGroupReplica extends ProtectedRow {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text", { nullable: true })
  networkId!: string | null;

  /** All versions, the first one first. */
  @Column("jsonb")
  charters!: ToldCharter[];
}

export const workingGroupReplica = replicaTable({
  source: "working-groups",
  type: "WorkingGroup",
  payload: z.object({
    protection: protectionSchema,
    network: z.string().nullable(),
    charters: z.array(charter).default([]),
  }),
  entity: WorkingGroupReplica,
  row: ({ id, payload: { protection, network, charters } }) => ({
    ...protection,
    ...{ id, charters },
    networkId: network,
  }),
});
