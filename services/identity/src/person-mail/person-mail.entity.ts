import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * Where somebody reads mail who has no account, as the service of stakeholders tells it to this one
 * alone. Whoever has an account is written to at its address.
 */
@Entity()
@Index(["address"])
export class PersonMail {
  /** Of the person. */
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;

  @Column("text")
  name!: string;

  /** In lower case. */
  @Column("text")
  address!: string;

  /** BCP 47. */
  @Column("text", { nullable: true })
  language!: string | null;

  /** IANA. Null where nobody knows when it is night. */
  @Column("text", { nullable: true })
  timeZone!: string | null;
}
