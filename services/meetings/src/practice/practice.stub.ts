import { GraphNode } from "@convene/shared/node";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("Practice", { implements: GraphNode })
@Directive('@key(fields: "id")')
export class PracticeStub extends GraphNode {}
