import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { type IntroductionOutcome, IntroductionState } from "./introduction-request.enum.ts";

/**
 * An organisation asks a second one to introduce it to a third. The third hears of it only once the
 * second has passed it on.
 */
@Entity()
@Check("ck_introduction_request_state", `state IN ('ASKED', 'PASSED_ON', 'ACCEPTED', 'DECLINED')`)
@Index(["authorId", "createdAt"])
@Index(["seekerId"])
@Index(["overId"])
@Index(["targetId"])
@ObjectType({
  description:
    "An organisation asks another one to introduce it to a third. Owners and editors of the first two see it, and those of the third once it was passed on to them; nobody else does.",
})
export class IntroductionRequest {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID with the prefix `itr`." })
  id!: string;

  /** The person who has asked. */
  @Column("text")
  authorId!: string;

  @Column("text")
  seekerId!: string;

  @Column("text")
  overId!: string;

  @Column("text")
  targetId!: string;

  @Column("text")
  @Field(() => String, { description: "Why, in plain text; the two others read it." })
  text!: string;

  @Column("text")
  @Field(() => IntroductionState, { description: "How far it has come." })
  state!: IntroductionState;

  /** Those of the two others who hear nothing of its author, whom they have blocked. */
  @Column("text", { array: true })
  withheldFrom!: string[];

  /** Whether moderators keep it from both. Who has asked sees it as before. */
  @Column("boolean")
  isTakenDown!: boolean;

  @Column("timestamp with time zone", { precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was asked." })
  createdAt!: Date;

  /** When the second passed it on to the third. */
  @Column("timestamp with time zone", { precision: 3, nullable: true })
  passedOnAt!: Date | null;

  @Column("timestamp with time zone", { precision: 3, nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was accepted or declined; null while it waits.",
  })
  decidedAt!: Date | null;

  /** When both were asked whether it led anywhere. */
  @Column("timestamp with time zone", { precision: 3, nullable: true })
  followedUpAt!: Date | null;

  /** For measuring suggestions; no score reads it. */
  @Column("text", { nullable: true })
  seekerOutcome!: IntroductionOutcome | null;

  @Column("text", { nullable: true })
  targetOutcome!: IntroductionOutcome | null;
}
