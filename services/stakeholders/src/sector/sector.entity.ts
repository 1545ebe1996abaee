import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description:
    "A field of work that we propose as a keyword: the Compact has no list of sectors. Organisations may have other sectors too, as their sources write them. Open to everybody.",
})
export class Sector {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A slug, such as `anti-trafficking`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "What it is called, in English." })
  label!: string;
}
