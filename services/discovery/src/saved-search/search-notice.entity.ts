import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** That a saved search has found something new: the service of accounts hears of it by the feed. */
@Entity()
@Index(["searchId"])
export class SearchNotice {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  searchId!: string;

  /** The person who is told. */
  @Column("text")
  ownerId!: string;

  /** What the search is called. Nothing that it found: that may be hidden before it is mailed. */
  @Column("text")
  title!: string;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
