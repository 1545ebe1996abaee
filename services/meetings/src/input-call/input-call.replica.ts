import { replicaTable } from "@convene/shared/replica/replica";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { z } from "zod";

/** Which calls for input there are, of which groups, and whom they ask. */
@Entity()
export class InputCallReplica {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  groupId!: string;

  /** `MEMBERS`, `NETWORK` or `PUBLIC`. */
  @Column("text", { name: "asks" })
  addressees!: string;

  @Column("text")
  title!: string;
}

export const inputCallReplica = replicaTable({
  source: "working-groups",
  type: "InputCall",
  payload: z.object({ group: z.string(), addressees: z.string(), title: z.string() }),
  entity: InputCallReplica,
  row: ({ id, payload: { group, addressees, title } }) => ({
    ...{ id, addressees, title },
    groupId: group,
  }),
});
