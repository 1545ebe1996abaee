import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Person", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class PersonStub extends GraphNode {}
