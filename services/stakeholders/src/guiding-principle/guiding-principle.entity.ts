import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description:
    "One of the ten guiding principles of the Compact (A/RES/73/195, annex, paragraph 15). A closed vocabulary, open to everybody.",
})
@Directive('@key(fields: "letter")')
export class GuidingPrinciple {
  @PrimaryColumn("text")
  @Field(() => String, { description: "From `a` to `j`, as in paragraph 15." })
  letter!: string;

  @Column("text")
  @Field(() => String, { description: "A word for addresses, such as `people-centred`." })
  slug!: string;

  @Column("text")
  @Field(() => String, { description: "The name, as in the paragraph." })
  name!: string;

  @Column("text")
  @Field(() => String, {
    description: "What it says in one line; our paraphrase, never to be shown as a quotation.",
  })
  summary!: string;
}
