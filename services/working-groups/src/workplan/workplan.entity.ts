import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { WorkingGroup } from "../working-group/working-group.entity.ts";

@Entity()
@Index(["groupId"])
@Check("ck_workplan_dates", `end_date >= start_date`)
@ObjectType({
  description: "What a group plans to do in some time. Whoever sees the group sees it.",
})
export class Workplan {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `wpl_…`." })
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup)
  group!: WorkingGroup;

  @Column("text")
  @Field(() => String, { description: "What it is called, such as `2025–2028`." })
  title!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "Its first day." })
  startDate!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "Its last day." })
  endDate!: string;
}
