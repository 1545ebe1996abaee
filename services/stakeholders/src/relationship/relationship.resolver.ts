import { requireWriter } from "@convene/shared/viewer";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { isSymmetric, RELATIONSHIP_NAMES } from "./relationship-type.policy.ts";
import { Relationship } from "./relationship.entity.ts";
import { RelationshipType } from "./relationship.enum.ts";
import {
  ConfirmRelationshipInput,
  EndRelationshipInput,
  ProposeRelationshipInput,
} from "./relationship.inputs.ts";
import { canConfirm, canEnd } from "./relationship.policy.ts";
import type { RelationshipService } from "./relationship.service.ts";
import { RelationshipTypeNames } from "./relationship.type.ts";

@Resolver(() => Relationship)
export class RelationshipResolver {
  constructor(private readonly service: RelationshipService) {}

  @Query(() => Relationship, {
    nullable: true,
    description:
      "A relationship by its id. Null where there is none, or the viewer may not see it.",
  })
  relationship(
    @Arg("id", () => ID, { description: "A TypeID with the prefix `rel`." }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Relationship | null> {
    return loaders.relationships.load(id);
  }

  @Query(() => [RelationshipTypeNames], {
    nullable: true,
    description:
      "The types of relationship with their names: a closed vocabulary, so a plain list.",
  })
  relationshipTypes(): RelationshipTypeNames[] {
    return Object.values(RelationshipType).map((type) =>
      Object.assign(new RelationshipTypeNames(), {
        type,
        ...RELATIONSHIP_NAMES[type],
        isSymmetric: isSymmetric(type),
      }),
    );
  }

  @Mutation(() => Relationship, {
    nullable: true,
    description:
      "Says what two organisations are to each other. Open to the owners and editors of one: then it is proposed, and the other side confirms it. It is confirmed at once where the viewer speaks for both, also as the secretariat of their network, or is an administrator. CONFLICT where the two are this to each other already.",
  })
  proposeRelationship(
    @Arg("input", () => ProposeRelationshipInput, { description: "Who, and what." })
    input: ProposeRelationshipInput,
    @Ctx() context: Context,
  ): Promise<Relationship> {
    return this.service.propose(requireWriter(context), input);
  }

  @Mutation(() => Relationship, {
    nullable: true,
    description:
      "Confirms a proposed relationship. Open to the owners and editors of the side that has not proposed it, and administrators.",
  })
  confirmRelationship(
    @Arg("input", () => ConfirmRelationshipInput, { description: "Which." })
    input: ConfirmRelationshipInput,
    @Ctx() context: Context,
  ): Promise<Relationship> {
    return this.service.confirm(requireWriter(context), input);
  }

  @Mutation(() => Relationship, {
    nullable: true,
    description:
      "Ends a relationship. One that was only proposed is taken away, and answered as it was. Open to the owners and editors of both sides, and administrators.",
  })
  endRelationship(
    @Arg("input", () => EndRelationshipInput, { description: "Which, and when." })
    input: EndRelationshipInput,
    @Ctx() context: Context,
  ): Promise<Relationship> {
    return this.service.end(requireWriter(context), input);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation of which the type says something.",
  })
  source(
    @Root() { sourceId }: Relationship,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(sourceId);
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation to which it is that.",
  })
  target(
    @Root() { targetId }: Relationship,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(targetId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may confirm it now." })
  viewerCanConfirm(@Root() relationship: Relationship, @Ctx() { viewer }: Context): boolean {
    return canConfirm(viewer, relationship);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may end it, or take it back." })
  viewerCanEnd(@Root() relationship: Relationship, @Ctx() { viewer }: Context): boolean {
    return canEnd(viewer, relationship);
  }
}
