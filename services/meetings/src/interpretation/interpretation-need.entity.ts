import { Personal } from "@convene/shared/audit/personal";
import { DateTimeScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { Meeting } from "../meeting/meeting.entity.ts";

const whose = ({ personId }: Pick<InterpretationNeed, "personId">): string => personId;

/** From and into which languages somebody needs interpretation: at every meeting, or at one. */
@Entity()
@Index("uq_interpretation_need_of", { synchronize: false })
@Index(["meetingId"])
@ObjectType({
  description:
    "From and into which languages somebody needs interpretation, sign languages among them: at every meeting, or at one. Read by them, and by whoever has entered it as the delegate of their seat; all others learn numbers alone.",
})
export class InterpretationNeed {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `itn_…`." })
  id!: string;

  @Column("text")
  personId!: string;

  /** Null for what holds wherever nothing else was said. */
  @Column("text", { nullable: true })
  meetingId!: string | null;

  @ManyToOne(() => Meeting, { onDelete: "CASCADE" })
  @JoinColumn({ name: "meeting_id" })
  meeting!: Meeting | null;

  @Column("text", { array: true })
  @Field(() => [LanguageTagScalar], {
    description: "The languages into which they need what others say, such as `ar` or `bfi`.",
  })
  @Personal(whose)
  intoLanguages!: string[];

  @Column("text", { array: true })
  @Field(() => [LanguageTagScalar], {
    description: "The languages in which they speak, and which others need interpreted.",
  })
  @Personal(whose)
  fromLanguages!: string[];

  /** The person, or the delegate of their seat. */
  @Column("text")
  recordedById!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was last entered." })
  recordedAt!: Date;
}
