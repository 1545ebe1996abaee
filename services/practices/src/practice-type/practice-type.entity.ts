import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity()
@ObjectType({
  description: "A kind of practice, of a closed list that the platform keeps. Open to everybody.",
})
export class PracticeType {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A word of the list, such as `service-provision`." })
  id!: string;

  @Column("text")
  @Field(() => String, { description: "What it is called, in English." })
  label!: string;

  /** Where it stands in the list, from 1. */
  @Column("integer")
  position!: number;
}
