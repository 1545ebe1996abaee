import { GraphNode } from "@convene/shared/node";
import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Action", { implements: GraphNode })
@Directive('@key(fields: "nodeKey", resolvable: false)')
export class ActionStub extends GraphNode {
  @Directive("@external")
  @Field(() => ID, { description: "Known to its owner alone." })
  override id!: string;

  @Directive("@inaccessible")
  @Field(() => ID, { description: "The same as `id`." })
  nodeKey!: string;
}
