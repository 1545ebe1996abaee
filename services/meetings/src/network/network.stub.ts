import { GraphNode } from "@convene/shared/node";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("Network", { implements: GraphNode })
@Directive('@key(fields: "id")')
export class NetworkStub extends GraphNode {}
