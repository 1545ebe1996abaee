import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { ReferenceStatus } from "../reference/reference-status.enum.ts";
import { Region } from "../region/region.entity.ts";

export enum ReviewEventKind {
  REGIONAL_REVIEW = "REGIONAL_REVIEW",
  IMRF = "IMRF",
}

registerEnumType(ReviewEventKind, {
  name: "ReviewEventKind",
  description: "At which level the Compact is reviewed.",
  valuesConfig: {
    REGIONAL_REVIEW: { description: "A review by a regional commission, every four years." },
    IMRF: { description: "The International Migration Review Forum, every four years." },
  },
});

@ObjectType({ description: "The hearing or consultation of stakeholders before a review." })
export class StakeholderHearing {
  @Field(() => DateScalar, { description: "Its first day." })
  start!: string;

  @Field(() => DateScalar, { nullable: true, description: "Its last day, where it is known." })
  end!: string | null;

  @Field(() => String, { nullable: true, description: "What else is known of it." })
  detail!: string | null;
}

@Entity()
@Check("ck_review_event_kind", `kind IN ('REGIONAL_REVIEW', 'IMRF')`)
@Check(
  "ck_review_event_status",
  `status IN ('FOUND', 'GENERAL', 'INFERRED', 'EDITORIAL', 'PROPOSAL')`,
)
@ObjectType({
  description:
    "A review of the Compact: where the world looks at what was done. Open to everybody.",
})
export class ReviewEvent {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A slug that never changes, such as `imrf-2`." })
  id!: string;

  @Column("text")
  @Field(() => ReviewEventKind, { description: "At which level." })
  kind!: ReviewEventKind;

  @Column("integer")
  @Field(() => Int, { description: "Which round of its kind, from 1." })
  round!: number;

  @Column("text", { nullable: true })
  commissionId!: string | null;

  @ManyToOne(() => Region)
  commission!: Region | null;

  @Column("date")
  @Field(() => DateScalar, { description: "Its first day; a date to come can still move." })
  startDate!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "Its last day." })
  endDate!: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Where, where it is known." })
  place!: string | null;

  @Column("jsonb", { nullable: true })
  @Field(() => StakeholderHearing, {
    nullable: true,
    description: "The hearing of stakeholders, where one is known.",
  })
  stakeholderHearing!: StakeholderHearing | null;

  @Column("text")
  @Field(() => ReferenceStatus, { description: "How the dates were checked." })
  status!: ReferenceStatus;
}
