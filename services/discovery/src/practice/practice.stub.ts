import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Practice", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class PracticeStub extends GraphNode {}
