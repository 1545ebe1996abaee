import { Field, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn } from "typeorm";
import { ReferenceStatus } from "../reference/reference-status.enum.ts";

@Entity()
@Check(
  "ck_round_table_title_status",
  `title_status IN ('FOUND', 'GENERAL', 'INFERRED', 'EDITORIAL', 'PROPOSAL')`,
)
@ObjectType({
  description:
    "One of the four round tables of the International Migration Review Forum (A/RES/73/326), among which the 23 objectives are divided. A closed vocabulary, open to everybody.",
})
export class RoundTable {
  @PrimaryColumn("integer")
  @Field(() => Int, { description: "From 1 to 4." })
  number!: number;

  @Column("text")
  @Field(() => String, { description: "Its title; editorial, the resolution gives none." })
  title!: string;

  @Column("text")
  @Field(() => ReferenceStatus, { description: "How the title was checked." })
  titleStatus!: ReferenceStatus;

  @Column("text")
  @Field(() => ReferenceStatus, { description: "How the choice of objectives was checked." })
  objectivesStatus!: ReferenceStatus;
}
