import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Network", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class NetworkStub extends GraphNode {}
