import { GraphNode } from "@convene/shared/node";
import { ProtectedRow } from "@convene/shared/protection";
import {
  CountryCodeScalar,
  DateScalar,
  DateTimeScalar,
  LanguageTagScalar,
} from "@convene/shared/scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { PracticeType } from "../practice-type/practice-type.entity.ts";
import { PracticeState } from "./practice-state.enum.ts";

/**
 * Something that was done and worked, told so that others can do it too. `organisations` of its
 * protection are its implementers, in their order.
 */
@Entity()
@ObjectType({
  implements: GraphNode,
  description:
    "Something that was done and worked, told so that others can do it too. Everybody sees it once it is published; before, its implementers do, and reviewers once it is submitted.",
})
@Directive('@key(fields: "id")')
@Check(
  "ck_practice_state",
  "state IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'PUBLISHED', 'WITHDRAWN')",
)
@Check("ck_practice_objectives", "cardinality(objectives) > 0")
@Check("ck_practice_published_at", "(state = 'PUBLISHED') = (published_at IS NOT NULL)")
@Index(["titleKey"])
@Index(["typeId"])
@Index("ix_practice_recency", { synchronize: false })
@Index("ix_practice_objectives", { synchronize: false })
@Index("ix_practice_guiding_principles", { synchronize: false })
@Index("ix_practice_sdgs", { synchronize: false })
@Index("ix_practice_countries", { synchronize: false })
@Index("ix_practice_organisations", { synchronize: false })
export class Practice extends ProtectedRow implements GraphNode {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  @Field(() => String, { description: "Short and descriptive, acronyms spelled out." })
  title!: string;

  /** The title as `normaliseName` writes it: by this an import knows the practice again. */
  @Column("text")
  titleKey!: string;

  @Column("text")
  @Field(() => String, { description: "Who did what, where, and what came of it. Plain text." })
  summary!: string;

  @Column("text", { nullable: true })
  typeId!: string | null;

  @ManyToOne(() => PracticeType)
  type!: PracticeType | null;

  @Column("text", { nullable: true })
  @Field(() => LanguageTagScalar, {
    nullable: true,
    description: "The language of title and summary; null where nobody said.",
  })
  language!: string | null;

  @Column("integer", { array: true })
  objectives!: number[];

  @Column("text", { array: true })
  guidingPrinciples!: string[];

  @Column("integer", { array: true })
  sdgs!: number[];

  @Column("text", { array: true })
  @Field(() => [CountryCodeScalar], {
    description: "Where it was done; empty where it was not in certain countries.",
  })
  countries!: string[];

  @Column("date", { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Its first day." })
  startDate!: string | null;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Its last day; null while it goes on." })
  endDate!: string | null;

  @Column("text")
  @Field(() => PracticeState, { description: "How far it has come on its way to publication." })
  state!: PracticeState;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was published; null while it is not.",
  })
  publishedAt!: Date | null;

  /** The network whose secretariat entered it for its implementers, and may keep it. */
  @Column("text", { nullable: true })
  steward!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was entered here." })
  createdAt!: Date;
}
