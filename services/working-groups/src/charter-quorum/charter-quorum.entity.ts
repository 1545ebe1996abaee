import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "How many organisations must be at a meeting for it to decide: a number, or a share of those that hold a seat as members or co-leads.",
})
export class CharterQuorum {
  @Field(() => Int, { nullable: true, description: "So many organisations. Null: by `percent`." })
  organisations!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "So many in a hundred of those with a seat, rounded up. Null: by `organisations`.",
  })
  percent!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "So many for each of the charter's needs as well. Null: it does not matter.",
  })
  ofEachNeed!: number | null;
}

/** As it is kept: a column of a charter, and of the group whose current one it is. */
export type KeptQuorum = Pick<CharterQuorum, keyof CharterQuorum>;
