import { Field, ID, InterfaceType } from "type-graphql";

/** Relay's global object identification. Services that own a kind implement it. */
@InterfaceType("Node", {
  description: "Anything that has an id of its own and can be read by `node(id)`.",
  autoRegisterImplementations: false,
})
export abstract class GraphNode {
  @Field(() => ID, { description: "A TypeID: its prefix names the kind." })
  id!: string;
}
