import { GraphNode } from "@convene/shared/node";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("WorkingGroup", { implements: GraphNode })
@Directive('@key(fields: "id")')
export class WorkingGroupStub extends GraphNode {}
