import type { NoticeItem } from "@convene/shared/notice/notice";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** What waits to be mailed to somebody without an account. It is gone once it was. */
@Entity()
@Index(["personId"])
@Index(["noticeId"])
export class PersonNews {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  personId!: string;

  /** What has told it: when that is taken back, this is forgotten. */
  @Column("text")
  noticeId!: string;

  @Column("jsonb")
  item!: NoticeItem;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
