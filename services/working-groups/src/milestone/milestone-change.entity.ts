import { DateScalar, DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { Milestone } from "./milestone.entity.ts";
import { MilestoneStatus } from "./milestone.enum.ts";

/** A milestone as somebody left it. The database refuses to change one. */
@Entity()
@Index(["milestoneId"])
@ObjectType({ description: "A milestone as somebody left it. It is never changed." })
export class MilestoneChange {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `msc_…`." })
  id!: string;

  @Column("text")
  milestoneId!: string;

  @ManyToOne(() => Milestone, { onDelete: "CASCADE" })
  @JoinColumn({ name: "milestone_id" })
  milestone!: Milestone;

  @Column("text")
  @Field(() => String, { description: "What was to be reached from then on." })
  title!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "By which day, from then on." })
  dueDate!: string;

  @Column("text")
  @Field(() => MilestoneStatus, { description: "What had become of it." })
  status!: MilestoneStatus;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why, in the words of who changed it." })
  reason!: string | null;

  /** Who changed it; null for the platform itself. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;
}
