import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How a target of the 2030 Agenda bears on migration. */
export enum MigrationLink {
  DIRECT = "DIRECT",
  RELATED = "RELATED",
}

registerEnumType(MigrationLink, {
  name: "MigrationLink",
  description: "How a target of the 2030 Agenda bears on migration; our own judgement.",
  valuesConfig: {
    DIRECT: { description: "It speaks of migration or of migrants." },
    RELATED: { description: "It touches what the Compact is about." },
  },
});

@ObjectType({ description: "A target of a Sustainable Development Goal that bears on migration." })
export class MigrationTarget {
  @Field(() => String, { description: "Its code, such as `10.7`." })
  code!: string;

  @Field(() => String, { description: "The official wording." })
  text!: string;

  @Field(() => MigrationLink, { description: "How it bears on migration." })
  link!: MigrationLink;

  objectiveNumbers!: number[];
}

@Entity()
@ObjectType({
  description:
    "One of the 17 Sustainable Development Goals (A/RES/70/1). A closed vocabulary, open to everybody.",
})
@Directive('@key(fields: "number")')
export class SustainableDevelopmentGoal {
  @PrimaryColumn("integer")
  @Field(() => Int, { description: "From 1 to 17." })
  number!: number;

  @Column("text")
  @Field(() => String, { description: "The official wording." })
  title!: string;

  @Column("text")
  @Field(() => String, { description: "A few words for lists and labels." })
  shortTitle!: string;

  @Column("jsonb")
  @Field(() => [MigrationTarget], {
    description: "Its targets that bear on migration; the choice is ours.",
  })
  migrationTargets!: MigrationTarget[];
}
