import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { WorkingGroup } from "./working-group.entity.ts";
import { WorkingGroupState } from "./working-group.enum.ts";

/** A step that was taken in a group's life. The database refuses to change one. */
@Entity("group_transition")
@Index(["groupId"])
@ObjectType({
  description:
    "A step in a working group's life. It is never changed; whoever sees the group sees it.",
})
export class WorkingGroupTransition {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `gst_…`." })
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup, { onDelete: "CASCADE" })
  @JoinColumn({ name: "group_id" })
  group!: WorkingGroup;

  @Column("text", { name: "from_state", nullable: true })
  @Field(() => WorkingGroupState, {
    nullable: true,
    description: "Where it stood before. Null when the group was entered here.",
  })
  from!: WorkingGroupState | null;

  @Column("text", { name: "to_state" })
  @Field(() => WorkingGroupState, { description: "Where it stood from then on." })
  to!: WorkingGroupState;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Why, in the words of who took it." })
  reason!: string | null;

  /** Who took it; null for the platform itself. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;
}
