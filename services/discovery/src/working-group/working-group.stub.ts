import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("WorkingGroup", { implements: GraphNode })
@Directive('@key(fields: "id")')
export class WorkingGroupStub extends GraphNode {}
