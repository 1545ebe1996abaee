import { JoinAnswer, type KeptAnswer } from "@convene/shared/join-request/join-question.entity";
import { JoinRequestState } from "@convene/shared/join-request/join-request.enum";
import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import { NetworkMemberRole } from "../network-member/network-member.enum.ts";
import { Network } from "../network/network.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";

@Entity()
@Index(["networkId", "askedAt"])
@Index(["organisationId", "askedAt"])
@Index("uq_network_join_request_open", { synchronize: false })
@Check("ck_network_join_request_role", `role IN ('MEMBER', 'OBSERVER')`)
@Check("ck_network_join_request_state", `state IN ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')`)
@ObjectType({
  description:
    "An organisation asks to be taken into a network. Seen by the network's secretariat, where it sees the organisation, and by the organisation's owners and editors.",
})
export class NetworkJoinRequest {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `njr_…`." })
  id!: string;

  @Column("text")
  networkId!: string;

  @ManyToOne(() => Network, { onDelete: "CASCADE" })
  network!: Network;

  @Column("text")
  organisationId!: string;

  @ManyToOne(() => Organisation, { onDelete: "CASCADE" })
  organisation!: Organisation;

  @Column("text")
  @Field(() => NetworkMemberRole, { description: "As what it would belong to it." })
  role!: NetworkMemberRole;

  @Column("jsonb")
  @Field(() => [JoinAnswer], { description: "What it has answered, in the network's order." })
  answers!: KeptAnswer[];

  @Column("text")
  @Field(() => JoinRequestState, { description: "What has become of it." })
  state!: JoinRequestState;

  /** Who asked. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was asked." })
  askedAt!: Date;

  @Column("text", { nullable: true })
  decidedById!: string | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was approved, declined or withdrawn. Null while it is open.",
  })
  decidedAt!: Date | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What the secretariat has replied." })
  reply!: string | null;

  @Column("text", { nullable: true })
  memberId!: string | null;
}
