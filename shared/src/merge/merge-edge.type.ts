import { Directive, Field, ObjectType } from "type-graphql";
import { connectionOf } from "../connection/connection.ts";

/** Every service lists such: to the gateway they are of one type. */
@ObjectType("MergeEdge", {
  description: "Something that names an organisation which is merged into another one.",
})
@Directive("@shareable")
export class MergeEdge {
  @Field(() => String, { description: "What several of its kind are called: `seats`." })
  kind!: string;

  @Field(() => String, {
    description: "What tells it from others of its kind: its id, wherever it has one.",
  })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: "By what a person knows it, such as the name of a group; null where it has none.",
  })
  label!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it stays with the organisation that goes, because the other one has its like. It is kept, and seen again when the merge is undone.",
  })
  stays!: boolean;
}

export const MergeEdgeConnection = connectionOf(() => MergeEdge, {
  name: "MergeEdge",
  shareable: true,
});
