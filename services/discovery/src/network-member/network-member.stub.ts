import { Directive, ObjectType } from "type-graphql";
import { GraphNode } from "@convene/shared/node";

@ObjectType("NetworkMember", { implements: GraphNode })
@Directive('@key(fields: "id", resolvable: false)')
export class NetworkMemberStub extends GraphNode {}
