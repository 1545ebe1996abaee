import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("AgendaItem", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class AgendaItemStub extends GraphNode {}
