import { connectionOf } from "@convene/shared/connection/connection";
import { Field, ObjectType } from "type-graphql";
import { Relationship } from "./relationship.entity.ts";
import { RelationshipType } from "./relationship.enum.ts";

export const RelationshipConnection = connectionOf(() => Relationship, { name: "Relationship" });

@ObjectType({ description: "A type of relationship, named both ways." })
export class RelationshipTypeNames {
  @Field(() => RelationshipType, { description: "The type." })
  type!: RelationshipType;

  @Field(() => String, { description: "In English, from the source to the target: `funds`." })
  name!: string;

  @Field(() => String, {
    description: "In English, from the target to the source: `is funded by`.",
  })
  inverseName!: string;

  @Field(() => Boolean, { description: "Whether it is the same both ways." })
  isSymmetric!: boolean;
}
