import type { NoticeItem } from "@convene/shared/notice/notice";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What somebody is to be told of a meeting by mail: the service of accounts hears of it by the feed. */
@Entity()
export class MeetingNotice {
  @PrimaryColumn("text")
  id!: string;

  /** Their ids in the graph. */
  @Column("text", { array: true })
  people!: string[];

  @Column("jsonb")
  item!: NoticeItem;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
