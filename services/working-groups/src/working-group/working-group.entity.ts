import { Audience } from "@convene/shared/audience";
import { GraphNode } from "@convene/shared/node";
import { ProtectedRow } from "@convene/shared/protection";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { CharterNeed, type KeptNeed } from "../charter-need/charter-need.entity.ts";
import type { KeptQuorum } from "../charter-quorum/charter-quorum.entity.ts";
import type { KeptQuestion } from "@convene/shared/join-request/join-question.entity";
import { WorkingGroupState } from "./working-group.enum.ts";

/**
 * People of several organisations who work on the same objectives. Its protection is kept in step
 * with its seats: `organisations` are those that hold one today, `networks` its network.
 */
@Entity()
@Index("uq_working_group_code", { synchronize: false })
@Index("ix_working_group_order", { synchronize: false })
@Index("ix_working_group_objectives", { synchronize: false })
@Index(["networkId"])
@Check(
  "ck_working_group_state",
  `state IN ('PROPOSED', 'CHARTERED', 'ACTIVE', 'DORMANT', 'CONCLUDED')`,
)
@ObjectType({
  implements: GraphNode,
  description:
    "A working group: organisations that hold seats in it work together on objectives of the Compact. Seen by its audience, by those who sit in it for an organisation, and by its network's secretariat.",
})
@Directive('@key(fields: "id")')
export class WorkingGroup extends ProtectedRow implements GraphNode {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  @Field(() => String, {
    description:
      "Its short name, such as `TWG-4`. One of a kind in its network, upper and lower case alike.",
  })
  code!: string;

  @Column("text")
  @Field(() => String, { description: "Its name, in the language of its network." })
  name!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What it is for." })
  description!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The workplan under which it works, by its label, such as `2025–2028`.",
  })
  workplan!: string | null;

  @Column("integer", { array: true })
  objectiveNumbers!: number[];

  @Column("text")
  @Field(() => WorkingGroupState, { description: "Where it stands in its life." })
  state!: WorkingGroupState;

  @Column("jsonb")
  @Field(() => [CharterNeed], {
    description:
      "Whom its charter asks for; before one was adopted, as its co-leads have entered it. `whoIsMissing` holds it against who sits there.",
  })
  needs!: KeptNeed[];

  /** Of the charter that stands; null while none was adopted here. */
  @Column("integer", { nullable: true })
  charterVersion!: number | null;

  /** The rule of the charter that stands. */
  @Column("jsonb", { nullable: true })
  quorum!: KeptQuorum | null;

  /** Null for none. */
  @Column("jsonb", { nullable: true })
  joinQuestions!: KeptQuestion[] | null;

  @Column("text", { nullable: true })
  networkId!: string | null;

  @Column("text")
  @Field(() => Audience, {
    description:
      "Who may see it, beside its delegates and its secretariat. The organisations are those that hold a seat today; the network is its own.",
  })
  override audience!: Audience;

  @Column("integer", { default: 1 })
  @Field(() => Int, {
    description:
      "Rises with each change of what is said of it here; its seats apart. Give it with a change, as `expectedVersion`, and nobody's is lost.",
  })
  version!: number;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was entered here." })
  createdAt!: Date;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, {
    description: "When what is said of it here last changed; its seats apart.",
  })
  updatedAt!: Date;
}
