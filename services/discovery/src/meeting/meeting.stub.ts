import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Meeting", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class MeetingStub extends GraphNode {}
