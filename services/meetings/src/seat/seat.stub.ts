import { GraphNode } from "@convene/shared/node";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("Seat", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class SeatStub extends GraphNode {}
