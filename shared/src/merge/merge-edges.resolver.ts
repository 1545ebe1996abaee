import {
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { EntityManager } from "typeorm";
import { type Connection, ConnectionArgs } from "../connection/connection.ts";
import { pageOf } from "../connection/page-of.ts";
import { isAdmin, type Viewer, type ViewerContext } from "../viewer.ts";
import { listEdges } from "./list-edges.ts";
import { type MergeEdge, MergeEdgeConnection } from "./merge-edge.type.ts";
import type { Merging } from "./merging.ts";

/** By what the service of stakeholders and the others know a merge, also one that is only planned. */
export interface MergeKey {
  readonly fromId: string;
  readonly intoId: string;
}

/** Only who may merge somewhere is told of merges: the secretariats of networks, and administrators. */
export const mayPlanMerges = (viewer: Viewer | null): boolean =>
  isAdmin(viewer) || (viewer?.networks.some(({ role }) => role === "SECRETARIAT") ?? false);

/** The reference of the entity: the key itself, for whoever may be told. */
export const mergeReference = (key: MergeKey, { viewer }: ViewerContext): MergeKey | null =>
  mayPlanMerges(viewer) ? key : null;

/** A page of the edges of one service; null for whoever may not be told. */
export async function pageOfEdges(
  manager: EntityManager,
  merging: Merging,
  { key, viewer, args }: { key: MergeKey; viewer: Viewer | null; args: ConnectionArgs },
): Promise<Connection<MergeEdge> | null> {
  if (!mayPlanMerges(viewer)) return null;
  const pair = { from: key.fromId, into: key.intoId };
  return pageOf(await listEdges(manager, merging, { pair, viewer }), args);
}

type ResolverClass = new (manager: EntityManager, merging: Merging) => object;

interface Made {
  readonly stub: abstract new () => object;
  readonly resolver: ResolverClass;
}

const made = new Map<string, Made>();

function madeFor(name: string): Made {
  const known = made.get(name) ?? make(name);
  made.set(name, known);
  return known;
}

interface EdgesField {
  /** What the field is called, such as `meetingEdges`. */
  readonly name: string;
  readonly manager: EntityManager;
  readonly merging: Merging;
}

/** The part of a merge that one service answers: what of its own moves. */
export function mergeEdgesResolver({ name, manager, merging }: EdgesField): object {
  return new (madeFor(name).resolver)(manager, merging);
}

/** The type of that part, which no field of the service returns. */
export const mergeStub = (name: string): Made["stub"] => madeFor(name).stub;

/** A type of its own for each service: to all of them it is one type with a field from each. */
function make(name: string): Made {
  @ObjectType("OrganisationMerge")
  @Directive('@key(fields: "fromId intoId")')
  class MergeStub implements MergeKey {
    @Field(() => ID)
    fromId!: string;

    @Field(() => ID)
    intoId!: string;
  }

  @Resolver(() => MergeStub)
  class MergeEdgesResolver {
    constructor(
      private readonly manager: EntityManager,
      private readonly merging: Merging,
    ) {}

    @FieldResolver(() => MergeEdgeConnection, {
      name,
      nullable: true,
      description:
        "What of this service it moves, or has moved, and what stays: of all that the viewer may see.",
    })
    edges(
      @Root() key: MergeStub,
      @Args(() => ConnectionArgs) args: ConnectionArgs,
      @Ctx() { viewer }: ViewerContext,
    ): Promise<Connection<MergeEdge> | null> {
      return pageOfEdges(this.manager, this.merging, { key, viewer, args });
    }
  }
  return { stub: MergeStub, resolver: MergeEdgesResolver };
}
