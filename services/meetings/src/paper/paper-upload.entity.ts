import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";
import { Paper } from "./paper.entity.ts";

/** A file that is awaited: of a new paper, or another version of one. Gone once it has come. */
@Entity()
@ObjectType({ description: "Where the file of a paper is sent, once and within an hour." })
export class PaperUpload {
  @PrimaryColumn("text")
  id!: string;

  @Column("text", { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem, { onDelete: "CASCADE" })
  @JoinColumn({ name: "item_id" })
  item!: AgendaItem | null;

  @Column("text", { nullable: true })
  proposalId!: string | null;

  @ManyToOne(() => AgendaProposal, { onDelete: "CASCADE" })
  @JoinColumn({ name: "proposal_id" })
  proposal!: AgendaProposal | null;

  /** Of which it is the next version; null for a new one. */
  @Column("text", { nullable: true })
  paperId!: string | null;

  @ManyToOne(() => Paper, { onDelete: "CASCADE" })
  @JoinColumn({ name: "paper_id" })
  paper!: Paper | null;

  @Column("text")
  title!: string;

  @Column("text")
  language!: string;

  @Column("text")
  fileName!: string;

  @Column("text", { nullable: true })
  uploaderId!: string | null;

  @Column("text")
  uploadToken!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "Until when the file is taken." })
  uploadUntil!: Date;
}
