import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("Network")
@Directive('@key(fields: "id", resolvable: false)')
export class NetworkStub {
  @Field(() => ID)
  id!: string;
}

export type NetworkKey = Pick<NetworkStub, "id">;
