import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Relationship", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class RelationshipStub extends GraphNode {}
