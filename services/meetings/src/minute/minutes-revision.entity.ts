import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { MinutesEntry } from "./minutes-entry.entity.ts";

/** An entry as it was once saved: never changed. */
@Entity()
@Unique(["entryId", "version"])
@Index(["editorId"])
@ObjectType({ description: "What the minutes of an item said, as it was once saved." })
export class MinutesRevision {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  entryId!: string;

  @ManyToOne(() => MinutesEntry, { onDelete: "CASCADE" })
  @JoinColumn({ name: "entry_id" })
  entry!: MinutesEntry;

  @Column("integer")
  @Field(() => Int, { description: "From 1; as the entry's version was then." })
  version!: number;

  @Column("text")
  @Field(() => String, { description: "What it said; Markdown." })
  text!: string;

  /** The person who saved it, where the account is tied to one. */
  @Column("text", { nullable: true })
  editorId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was saved." })
  savedAt!: Date;
}
