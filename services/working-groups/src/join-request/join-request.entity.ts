import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { JoinAnswer, type KeptAnswer } from "@convene/shared/join-request/join-question.entity";
import { SeatRole } from "../seat/seat.enum.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { JoinRequestState } from "@convene/shared/join-request/join-request.enum";

@Entity()
@Index(["groupId"])
@Index("uq_join_request_open", { synchronize: false })
@Check("ck_join_request_state", `state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')`)
@ObjectType({
  description:
    "An organisation asks for a seat in a group. Seen by those who edit the group and see the organisation, and by the organisation's owners and editors.",
})
export class JoinRequest {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `jrq_…`." })
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup)
  group!: WorkingGroup;

  @Column("text")
  organisationId!: string;

  @Column("text")
  @Field(() => SeatRole, { description: "As what it would sit there." })
  role!: SeatRole;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "For whom, where not for itself." })
  onBehalfOf!: string | null;

  @Column("text", { nullable: true })
  delegateId!: string | null;

  @Column("jsonb")
  @Field(() => [JoinAnswer], { description: "What it has answered, in the group's order." })
  answers!: KeptAnswer[];

  @Column("text")
  @Field(() => JoinRequestState, { description: "What has become of it." })
  state!: JoinRequestState;

  /** Who asked. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was asked." })
  askedAt!: Date;

  @Column("text", { nullable: true })
  decidedById!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was approved, declined or withdrawn. Null while it is open.",
  })
  decidedAt!: Date | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What the group has replied." })
  reply!: string | null;

  @Column("text", { nullable: true })
  seatId!: string | null;
}
