import { loadMaybe } from "@convene/shared/loaders";
import type { Connection } from "@convene/shared/connection/connection";
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { OrganisationConnection } from "../organisation/organisation.type.ts";
import { nameFrom, otherEnd, RELATIONSHIP_NAMES } from "./relationship-type.policy.ts";
import { Relationship } from "./relationship.entity.ts";
import { PartnersArgs, RelationshipsArgs } from "./relationship.inputs.ts";
import { RelationshipConnection } from "./relationship.type.ts";

/** A relationship as seen from one of its ends. */
@Resolver(() => Relationship)
export class RelationshipPerspectiveResolver {
  @FieldResolver(() => String, {
    description: "In English, from the source to the target: `funds`.",
  })
  name(@Root() { type }: Relationship): string {
    return RELATIONSHIP_NAMES[type].name;
  }

  @FieldResolver(() => String, {
    description: "In English, from the target to the source: `is funded by`.",
  })
  inverseName(@Root() { type }: Relationship): string {
    return RELATIONSHIP_NAMES[type].inverseName;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "In English, as read from this end. Null for what is no end of it.",
  })
  nameFrom(
    @Root() relationship: Relationship,
    @Arg("organisation", () => ID, { description: "One of the two." }) organisation: string,
  ): string | null {
    return nameFrom(relationship, organisation);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The end that is not this one. Null for what is no end of it.",
  })
  otherEnd(
    @Root() relationship: Relationship,
    @Arg("from", () => ID, { description: "One of the two." }) from: string,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loadMaybe(loaders.organisations, otherEnd(relationship, from));
  }
}

@Resolver(() => Organisation)
export class OrganisationRelationshipsResolver {
  @FieldResolver(() => RelationshipConnection, {
    nullable: true,
    description:
      "What it is to other organisations and they to it, of those that the viewer may see; the latest entered first.",
  })
  relationships(
    @Root() { id }: Organisation,
    @Args(() => RelationshipsArgs) args: RelationshipsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Relationship>> {
    return loaders.relationshipsByOrganisation.load(id, args);
  }

  @FieldResolver(() => OrganisationConnection, {
    nullable: true,
    description:
      "The organisations with which it has a confirmed relationship on the day, of whatever type, each once, by name; of those that the viewer may see.",
  })
  partners(
    @Root() { id }: Organisation,
    @Args(() => PartnersArgs) args: PartnersArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Organisation>> {
    return loaders.partnersByOrganisation.load(id, args);
  }
}
