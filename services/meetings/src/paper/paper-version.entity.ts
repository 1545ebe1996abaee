import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from "typeorm";
import { Paper } from "./paper.entity.ts";

/** One file of a paper, as it was sent. Its bytes lie in the storage of files, by its id. */
@Entity()
@Unique(["paperId", "number"])
@ObjectType({ description: "One file of a paper, as it was sent." })
export class PaperVersion {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `ppv_…`." })
  id!: string;

  @Column("text")
  paperId!: string;

  @ManyToOne(() => Paper, { onDelete: "CASCADE" })
  @JoinColumn({ name: "paper_id" })
  paper!: Paper;

  @Column("integer")
  @Field(() => Int, { description: "From 1; each file that is sent for the paper is the next." })
  number!: number;

  @Column("text")
  @Field(() => String, {
    description: "What to call it when it is saved; its ending fits what it is.",
  })
  fileName!: string;

  @Column("text")
  @Field(() => String, { description: "Its media type, by its own bytes." })
  mediaType!: string;

  @Column("integer")
  @Field(() => Int, { description: "How large it is, in bytes." })
  size!: number;

  @Column("text")
  @Field(() => String, { description: "The SHA-256 of its bytes, in hexadecimal." })
  sha256!: string;

  @Column("text", { nullable: true })
  uploaderId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was sent." })
  uploadedAt!: Date;
}
