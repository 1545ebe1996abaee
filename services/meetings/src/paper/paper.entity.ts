import { LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AgendaItem } from "../agenda-item/agenda-item.entity.ts";
import { AgendaProposal } from "../agenda-proposal/agenda-proposal.entity.ts";

/** What is to be read before an agenda item. It has at least one version. */
@Entity()
@Index(["itemId", "id"])
@Index(["proposalId", "id"])
@Check("ck_paper_place", "item_id IS NOT NULL OR proposal_id IS NOT NULL")
@ObjectType({
  description:
    "What is to be read before an agenda item, or belongs to a proposal. Only those who sit there see it.",
})
export class Paper {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `ppr_…`." })
  id!: string;

  /** Null while it belongs to a proposal that is on no agenda. */
  @Column("text", { nullable: true })
  itemId!: string | null;

  @ManyToOne(() => AgendaItem, { onDelete: "CASCADE" })
  @JoinColumn({ name: "item_id" })
  item!: AgendaItem | null;

  /** With which it came. */
  @Column("text", { nullable: true })
  proposalId!: string | null;

  @ManyToOne(() => AgendaProposal, { onDelete: "CASCADE" })
  @JoinColumn({ name: "proposal_id" })
  proposal!: AgendaProposal | null;

  @Column("text")
  @Field(() => String, { description: "What it is called." })
  title!: string;

  @Column("text")
  @Field(() => LanguageTagScalar, { description: "In which language it is written." })
  language!: string;

  /** Who has sent its first version. */
  @Column("text", { nullable: true })
  ownerId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  createdAt!: Date;
}
