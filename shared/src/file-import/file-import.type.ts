import { connectionOf } from "../connection/connection.ts";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { ImportProblem } from "./import-problem.entity.ts";

export const ImportProblemConnection = connectionOf(() => ImportProblem, {
  name: "ImportProblem",
  shareable: true,
});

@ObjectType({ description: "How many of one kind of thing an import has made." })
@Directive("@shareable")
export class ImportMade {
  @Field(() => String, { description: "Of what, in the plural, such as `organisations`." })
  what!: string;

  @Field(() => Int, { description: "How many." })
  count!: number;
}
