import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { Workplan } from "../workplan/workplan.entity.ts";
import { ActivityStatus } from "./activity.enum.ts";

@Entity()
@Index(["groupId"])
@Index(["workplanId"])
@Check("ck_activity_dates", `due_date >= start_date`)
@Check("ck_activity_status", `status IN ('YET_TO_START', 'ONGOING', 'COMPLETED')`)
@ObjectType({ description: "Something that a workplan holds for some days." })
export class Activity {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `wpa_…`; of those that were made at first, `act_…`." })
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup)
  group!: WorkingGroup;

  @Column("text")
  workplanId!: string;

  @ManyToOne(() => Workplan)
  workplan!: Workplan;

  @Column("text")
  @Field(() => String, { description: "What is done." })
  title!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "More about it." })
  description!: string | null;

  @Column("date")
  @Field(() => DateScalar, { description: "The first day." })
  startDate!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "The day by which it is to be done." })
  dueDate!: string;

  @Column("text")
  @Field(() => ActivityStatus, { description: "How far it is." })
  status!: ActivityStatus;

  @Column("text", { nullable: true })
  organisationId!: string | null;
}
