import { DateTimeScalar, TimeZoneScalar } from "@convene/shared/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from "typeorm";
import type { KeptQuestion } from "@convene/shared/join-request/join-question.entity";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { AnswerReaders, CallAddressees, InputCallState } from "./input-call.enum.ts";

@ObjectType({ description: "What a call for input asks." })
class CallQuestion {
  @Field(() => String, { description: "The question; an answer names it by these very words." })
  question!: string;

  @Field(() => Boolean, { description: "Whether there is no answer to the call without it." })
  isRequired!: boolean;
}

@Entity()
@Index(["groupId"])
@Check("ck_input_call_addressees", `addressees IN ('MEMBERS', 'NETWORK', 'PUBLIC')`)
@Check("ck_input_call_answers", `answers_shown_to IN ('CO_LEADS', 'MEMBERS', 'ADDRESSEES')`)
@Check("ck_input_call_times", `closes_at >= opens_at`)
@ObjectType({
  description:
    "A group asks for input until a moment. Seen by those whom it asks, those who sit in the group, and those who edit it.",
})
@Directive('@key(fields: "id")')
export class InputCall {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `icl_…`." })
  id!: string;

  @Column("text")
  groupId!: string;

  @ManyToOne(() => WorkingGroup)
  group!: WorkingGroup;

  @Column("text")
  @Field(() => String, { description: "What it is about." })
  title!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What whoever answers should know." })
  text!: string | null;

  @Column("jsonb")
  @Field(() => [CallQuestion], { description: "What it asks, in its order." })
  questions!: KeptQuestion[];

  @Column("text")
  @Field(() => CallAddressees, { description: "Whom it asks." })
  addressees!: CallAddressees;

  @Column("text")
  @Field(() => AnswerReaders, { description: "Who reads the answers." })
  answersShownTo!: AnswerReaders;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "From when it takes answers." })
  opensAt!: Date;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "Until when." })
  closesAt!: Date;

  @Column("text")
  @Field(() => TimeZoneScalar, { description: "In which zone mails name the deadline." })
  timeZone!: string;

  /** What has been mailed of it, each by what it is and for which deadline: nothing is told twice. */
  @Column("text", { array: true })
  told!: string[];

  /** Who has entered it. */
  @Column("text", { nullable: true })
  personId!: string | null;

  @Field(() => InputCallState, { description: "Where it stands now." })
  get state(): InputCallState {
    const now = new Date();
    if (now < this.opensAt) return InputCallState.SCHEDULED;
    return now < this.closesAt ? InputCallState.OPEN : InputCallState.CLOSED;
  }
}
