import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("MeetingSeries", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class MeetingSeriesStub extends GraphNode {}
