import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Seat", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class SeatStub extends GraphNode {}
