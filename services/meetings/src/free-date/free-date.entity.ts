import { DateScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A day, or some days, on which a network wants nobody to meet. */
@Entity()
@Index(["networkId"])
@ObjectType({ description: "A day, or some days in a row, that a network keeps free of meetings." })
export class FreeDate {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `frd_…`." })
  id!: string;

  @Column("text")
  networkId!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "The first day, in the zone of each meeting." })
  startDate!: string;

  @Column("date")
  @Field(() => DateScalar, { description: "The last day; the first again where it is one." })
  endDate!: string;

  @Column("boolean")
  @Field(() => Boolean, { description: "Whether every year, on the same days of the month." })
  isYearly!: boolean;

  @Column("text")
  @Field(() => String, { description: "What for: `International Migration Review Forum`." })
  reason!: string;

  /** It is kept, so that a network which does not want the date with which it began has none. */
  @Column("boolean")
  isRemoved!: boolean;
}
