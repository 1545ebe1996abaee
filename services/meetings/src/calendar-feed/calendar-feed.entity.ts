import { DateTimeScalar } from "@convene/shared/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** A private address at which a calendar reads meetings. Of its token only a hash is kept. */
@Entity()
@Index(["personId", "id"])
@ObjectType({
  description:
    "A private address at which a calendar reads meetings, as its owner may see them at that moment. Only they see that there is one.",
})
export class CalendarFeed {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A TypeID, `cal_…`." })
  id!: string;

  /** With whose eyes it is read. */
  @Column("text")
  personId!: string;

  /** An organisation, a group or a network; null for the meetings at which the owner sits. */
  @Column("text", { nullable: true })
  aboutId!: string | null;

  @Column("text")
  tokenHash!: string;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
}
