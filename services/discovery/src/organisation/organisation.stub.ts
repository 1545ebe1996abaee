import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("Organisation", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class OrganisationStub extends GraphNode {}
