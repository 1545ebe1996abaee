import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * What another service has told, and was passed on. It is known again when the feed is read from
 * the start, so nobody is written to twice.
 */
@Entity()
export class Notice {
  @PrimaryColumn("text")
  id!: string;

  @Column("bigint")
  version!: string;
}
