import type { NoticeItem } from "@convene/shared/notice/notice";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What people are to be told by mail: the service of accounts hears of it by the feed. */
@Entity()
export class Notice {
  @PrimaryColumn("text")
  id!: string;

  /** Their ids in the graph. */
  @Column("text", { array: true })
  people!: string[];

  /** Whether those are told who moderate the platform. */
  @Column("boolean")
  moderators!: boolean;

  /** The person whose doing it is, and who is not told. */
  @Column("text", { nullable: true })
  exceptId!: string | null;

  @Column("jsonb")
  item!: NoticeItem;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
