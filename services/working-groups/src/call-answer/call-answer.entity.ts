import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { InputCall } from "../input-call/input-call.entity.ts";
import type { KeptAnswer } from "@convene/shared/join-request/join-question.entity";

@ObjectType({ description: "What an organisation has answered to one question of a call." })
class CallReply {
  @Field(() => String, { description: "The question." })
  question!: string;

  @Field(() => String, { description: "The answer." })
  answer!: string;
}

@Entity()
@Index(["callId", "organisationId"], { unique: true })
@Index(["organisationId"])
@ObjectType({
  description:
    "What an organisation has answered to a call for input; each has one answer, which it changes until the deadline. Seen by those who see the organisation and whom the call has chosen to read its answers, and by the organisation.",
})
export class CallAnswer {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `ica_…`." })
  id!: string;

  @Column("text")
  callId!: string;

  @ManyToOne(() => InputCall, { onDelete: "CASCADE" })
  @JoinColumn({ name: "call_id" })
  call!: InputCall;

  @Column("text")
  organisationId!: string;

  @Column("jsonb")
  @Field(() => [CallReply], { description: "The answers, in the order of the questions." })
  answers!: KeptAnswer[];

  /** Who entered it last. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was first answered." })
  answeredAt!: Date;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When the answer was last changed." })
  updatedAt!: Date;
}
