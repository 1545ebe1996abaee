import { GraphNode } from "@convene/shared/node";
import { DateScalar } from "@convene/shared/scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { SeatRole } from "./seat.enum.ts";

/** An organisation's place in a group, for a time, with the people who fill it. */
@Entity()
@Index("uq_seat_open", { synchronize: false })
@Index(["groupId"])
@Index(["organisationId"])
@Index(["delegateId"])
@Index(["alternateId"])
@Check("ck_seat_role", `role IN ('CO_LEAD', 'MEMBER', 'OBSERVER')`)
@Check("ck_seat_dates", `end_date >= start_date`)
@Check("ck_seat_people", `delegate_id <> alternate_id`)
@ObjectType({
  implements: GraphNode,
  description:
    "The seat of an organisation in a working group. Seen by who may see both the group and the organisation.",
})
@Directive('@key(fields: "id")')
export class Seat implements GraphNode {
  @PrimaryColumn("text")
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup)
  group!: WorkingGroup;

  @Column("text")
  organisationId!: string;

  @Column("text", { nullable: true })
  delegateId!: string | null;

  @Column("text", { nullable: true })
  alternateId!: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "For whom it sits, where not for itself: a coalition, a constituency, in the network's own words.",
  })
  onBehalfOf!: string | null;

  @Column("text")
  @Field(() => SeatRole, { description: "What the seat is." })
  role!: SeatRole;

  @Column("date")
  @Field(() => DateScalar, { description: "The first day on which it is held." })
  startDate!: string;

  @Column("date", { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it is held no more; null while no end is set.",
  })
  endDate!: string | null;
}
