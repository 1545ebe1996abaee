import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, ManyToOne, PrimaryColumn } from "typeorm";
import { RoundTable } from "../round-table/round-table.entity.ts";

@Entity()
@ObjectType({
  description:
    "One of the 23 objectives of the Global Compact for Safe, Orderly and Regular Migration (A/RES/73/195, annex). A closed vocabulary, open to everybody.",
})
@Directive('@key(fields: "number")')
export class Objective {
  @PrimaryColumn("integer")
  @Field(() => Int, { description: "From 1 to 23, in the order of the Compact." })
  number!: number;

  @Column("text")
  @Field(() => String, { description: "The official wording, in the spelling of the resolution." })
  title!: string;

  @Column("text")
  @Field(() => String, { description: "A few words for lists and labels; ours, not official." })
  shortTitle!: string;

  @Column("integer")
  roundTableNumber!: number;

  @ManyToOne(() => RoundTable)
  roundTable!: RoundTable;
}
