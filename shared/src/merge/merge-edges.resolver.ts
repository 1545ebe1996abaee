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
import { type Connection, ConnectionArgs } from "../connection/connection.ts";
import type { ViewerContext } from "../viewer.ts";
import { type MergeEdge, MergeEdgeConnection } from "./merge-edge.type.ts";
import { mayPlanMerges, type MergeEdgesService, type MergeKey } from "./merge-edges.service.ts";

/** The reference of the entity: the key itself, for whoever may be told. */
export const mergeReference = (key: MergeKey, { viewer }: ViewerContext): MergeKey | null =>
  mayPlanMerges(viewer) ? key : null;

type ResolverClass = new (service: MergeEdgesService) => object;

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

/**
 * The part of a merge that one service answers: what of its own moves.
 *
 * @param name what the field is called, such as `meetingEdges`
 */
export function mergeEdgesResolver(name: string, service: MergeEdgesService): object {
  return new (madeFor(name).resolver)(service);
}

/** The type of that part, which no field of the service returns. */
export const mergeStub = (name: string): Made["stub"] => madeFor(name).stub;

/** A type of its own for each service: to all of them it is one type with a field from each. */
function make(name: string): Made {
  @ObjectType("OrganisationMerge")
  @Directive('@key(fields: "fromId intoId")')
  class MergeStub implements MergeKey {
    @Field(() => ID, { description: "The organisation that goes. Its id leads to the other one." })
    fromId!: string;

    @Field(() => ID, { description: "The organisation that stays." })
    intoId!: string;
  }

  @Resolver(() => MergeStub)
  class MergeEdgesResolver {
    constructor(private readonly service: MergeEdgesService) {}

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
      return this.service.page(viewer, key, args);
    }
  }
  return { stub: MergeStub, resolver: MergeEdgesResolver };
}
