import { DateTimeScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { CharterNeed, type KeptNeed } from "../charter-need/charter-need.entity.ts";
import { CharterQuorum, type KeptQuorum } from "../charter-quorum/charter-quorum.entity.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";

/** One version of a group's charter. The database refuses to change one. */
@Entity()
@Index(["groupId", "version"], { unique: true })
@ObjectType({
  description:
    "A version of a working group's charter. It is never changed: the next one replaces it. Whoever sees the group sees it.",
})
export class Charter {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup, { onDelete: "CASCADE" })
  @JoinColumn({ name: "group_id" })
  group!: WorkingGroup;

  @Column("integer")
  @Field(() => Int, { description: "Its number among those of its group, from 1." })
  version!: number;

  @Column("text")
  @Field(() => String, { description: "What the group is for." })
  purpose!: string;

  @Column("jsonb")
  @Field(() => [CharterNeed], { description: "The constituencies and regions that it needs." })
  needs!: KeptNeed[];

  @Column("jsonb", { nullable: true })
  @Field(() => CharterQuorum, {
    nullable: true,
    description: "How many must be there for a meeting to decide. Null: it has no such rule.",
  })
  quorum!: KeptQuorum | null;

  @Column("text", { array: true })
  @Field(() => [LanguageTagScalar], { description: "In which languages it works." })
  languages!: string[];

  @Column("text", { array: true })
  @Field(() => [LanguageTagScalar], {
    description: "Into which languages somebody interprets at its meetings.",
  })
  interpretation!: string[];

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why it was adopted: what is new in it." })
  reason!: string | null;

  /** Who adopted it; null for the platform itself. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was adopted." })
  adoptedAt!: Date;
}
