import { GraphNode } from "@convene/shared/node";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("Person", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class PersonStub extends GraphNode {}
