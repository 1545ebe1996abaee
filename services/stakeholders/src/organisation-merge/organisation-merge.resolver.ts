import { type Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { type MergeEdge, MergeEdgeConnection } from "@convene/shared/merge/merge-edge.type";
import type { MergeEdgesService } from "@convene/shared/merge/merge-edges.service";
import { requireWriter } from "@convene/shared/viewer";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { OrganisationMerge } from "./organisation-merge.entity.ts";
import {
  MergeOrganisationsInput,
  UndoOrganisationMergeInput,
} from "./organisation-merge.inputs.ts";
import { canSeeMerge } from "./organisation-merge.policy.ts";
import type { OrganisationMergeService } from "./organisation-merge.service.ts";
import { OrganisationMergeConnection } from "./organisation-merge.type.ts";

@Resolver(() => OrganisationMerge)
export class OrganisationMergeResolver {
  constructor(
    private readonly service: OrganisationMergeService,
    private readonly edges: MergeEdgesService,
  ) {}

  @Mutation(() => OrganisationMerge, {
    nullable: true,
    description:
      "Makes one organisation of two: all that names the first, in every service, names the second. What the second has already stays with the first, hidden with it. Open to administrators, and to the secretariat of a network of both, or of the second where the first is of no network and nobody's.",
  })
  mergeOrganisations(
    @Arg("input", () => MergeOrganisationsInput, { description: "Which, and whether only to say." })
    input: MergeOrganisationsInput,
    @Ctx() context: Context,
  ): Promise<OrganisationMerge> {
    return this.service.merge(requireWriter(context), input);
  }

  @Mutation(() => OrganisationMerge, {
    nullable: true,
    description:
      "Takes a merge back: all that it has moved goes back where it was; what was given to the second since stays there. CONFLICT where it is undone, or the second was merged into a third since. Open to whoever may merge them.",
  })
  undoOrganisationMerge(
    @Arg("input", () => UndoOrganisationMergeInput, { description: "Which." })
    input: UndoOrganisationMergeInput,
    @Ctx() context: Context,
  ): Promise<OrganisationMerge> {
    return this.service.undo(requireWriter(context), input);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: "A TypeID with the prefix `mrg`; null for a dry run.",
  })
  id(@Root() { id, mergedAt }: OrganisationMerge): string | null {
    return mergedAt === null ? null : id;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation that stays. Null where the viewer may see it no more.",
  })
  into(
    @Root() { intoId }: OrganisationMerge,
    @Ctx() { loaders }: Context,
  ): Promise<Organisation | null> {
    return loaders.organisations.load(intoId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may take it back now." })
  viewerCanUndo(@Root() merge: OrganisationMerge, @Ctx() { viewer }: Context): boolean {
    return merge.mergedAt !== null && merge.undoneAt === null && canSeeMerge(viewer, merge);
  }

  @FieldResolver(() => MergeEdgeConnection, {
    nullable: true,
    description:
      "What of the directory it moves, or has moved, and what stays: relationships, memberships, roles, people, identifiers, invitations; to administrators letters as well. Of all that the viewer may see.",
  })
  stakeholderEdges(
    @Root() key: OrganisationMerge,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<MergeEdge> | null> {
    return this.edges.page(viewer, key, args);
  }
}

@Resolver(() => Organisation)
export class OrganisationMergesResolver {
  constructor(private readonly service: OrganisationMergeService) {}

  @FieldResolver(() => OrganisationMergeConnection, {
    nullable: true,
    description:
      "What was merged into it, the latest first, also what was undone. Shown to administrators; to a secretariat what was done within its network.",
  })
  merges(
    @Root() organisation: Organisation,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<OrganisationMerge>> {
    return this.service.history(viewer, organisation, args);
  }
}
