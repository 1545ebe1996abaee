import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { MilestoneStatus } from "./milestone.enum.ts";

@Entity()
@Index(["groupId"])
@Check("ck_milestone_status", `status IN ('OPEN', 'REACHED', 'DROPPED')`)
@ObjectType({
  description: "What a group wants to have reached by a day. Whoever sees the group sees it.",
})
export class Milestone {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `mst_…`." })
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup)
  group!: WorkingGroup;

  @Column("text")
  @Field(() => String, { description: "What is to be reached." })
  title!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "By which day." })
  dueDate!: string;

  @Column("text")
  @Field(() => MilestoneStatus, { description: "What has become of it." })
  status!: MilestoneStatus;
}
