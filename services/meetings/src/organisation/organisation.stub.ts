import { GraphNode } from "@convene/shared/node";
import { Directive, ObjectType } from "type-graphql";

@ObjectType("Organisation", { implements: GraphNode })
@Directive('@key(fields: "id")')
export class OrganisationStub extends GraphNode {}
