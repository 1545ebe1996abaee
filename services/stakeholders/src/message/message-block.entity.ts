import { Column, Entity, PrimaryColumn, Unique } from "typeorm";

/** Somebody who may not write to a person or an organisation any more. */
@Entity()
@Unique(["ownerId", "blockedId"])
export class MessageBlock {
  @PrimaryColumn("text")
  id!: string;

  /** The person or organisation that is left in peace. */
  @Column("text")
  ownerId!: string;

  /** The person who wrote. */
  @Column("text")
  blockedId!: string;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
