import { Field, InputType, Int } from "type-graphql";

@InputType({
  description: "How many must be there for a meeting to decide: by `organisations` or `percent`.",
})
export class CharterQuorumInput {
  @Field(() => Int, {
    nullable: true,
    description: "So many organisations; not more than hold a seat as members or co-leads.",
  })
  organisations?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "So many in a hundred of those with a seat, from 1 to 100.",
  })
  percent?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "So many for each need as well; not more than each need asks for.",
  })
  ofEachNeed?: number | null;
}
