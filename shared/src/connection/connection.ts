import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from "type-graphql";
import { invalid } from "../errors.ts";

const MOST_AT_ONCE = 100;
const UNLESS_TOLD = 20;

/** The arguments of every connection. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    defaultValue: UNLESS_TOLD,
    description: "How many at the most, from 0 to 100.",
  })
  first: number = UNLESS_TOLD;

  @Field(() => String, {
    nullable: true,
    description: "Go on behind this cursor, taken from an edge of the same connection.",
  })
  after?: string | null;
}

export interface PageBounds {
  hasNextPage: boolean;
  endCursor: string | null;
}

@ObjectType("PageInfo", { description: "Where a page of a connection stands (Relay)." })
@Directive("@shareable")
class PageInfo implements PageBounds {
  @Field(() => Boolean, { description: "Whether more come behind this page." })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "The cursor of the last edge of this page." })
  endCursor!: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** A page of a list, in a stable order. */
export class Connection<T> {
  constructor(
    readonly edges: Edge<T>[],
    readonly pageInfo: PageBounds,
    private readonly count: () => Promise<number>,
  ) {}

  get nodes(): T[] {
    return this.edges.map(({ node }) => node);
  }

  totalCount(): Promise<number> {
    return this.count();
  }

  /** The same page with other nodes, such as a stub in the place of a key. */
  map<U>(to: (node: T) => U): Connection<U> {
    const edges = this.edges.map(({ cursor, node }) => ({ cursor, node: to(node) }));
    return new Connection(edges, this.pageInfo, this.count);
  }
}

interface ConnectionOptions {
  /** `Group` gives the types `GroupConnection` and `GroupEdge`. */
  readonly name: string;
  /** True where the nodes are another service's entities: one may have gone meanwhile. */
  readonly foreign?: boolean;
  /** True where several services have such a list of one type (federation's `@shareable`). */
  readonly shareable?: boolean;
}

/** The GraphQL types of a connection: `const GroupConnection = connectionOf(() => Group, …)`. */
export function connectionOf<T extends object>(
  node: () => ClassType<T>,
  { name, foreign = false, shareable = false }: ConnectionOptions,
): ClassType<Connection<T>> {
  const gone = foreign ? " Null where it is gone, or hidden from the viewer." : "";
  const sharing = (type: abstract new () => object) => {
    if (shareable) Directive("@shareable")(type);
  };

  @sharing
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, and where it stands.` })
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: "Opaque; good for `after`." })
    cursor!: string;

    @Field(node, { nullable: foreign, description: `The ${name} itself.${gone}` })
    node!: T;
  }

  @sharing
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (Relay).` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: "The items with their cursors." })
    edges!: Edge<T>[];

    @Field(() => [node()], {
      nullable: foreign ? "items" : false,
      description: `The items alone.${gone}`,
    })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    pageInfo!: PageBounds;

    private readonly count!: () => Promise<number>;

    @Field(() => Int, { description: "How many the viewer may see in all, on every page." })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return NodeConnection as unknown as ClassType<Connection<T>>;
}

/** @throws BAD_USER_INPUT when `first` is out of bounds. */
export function checkPage({ first }: ConnectionArgs): void {
  if (!Number.isInteger(first) || first < 0 || first > MOST_AT_ONCE) {
    throw invalid("first", `first must be from 0 to ${MOST_AT_ONCE}`);
  }
}
