import { buildSubgraphSchema } from "@apollo/subgraph";
import type { Claims, Viewer } from "@convene/shared/viewer";
import { parse } from "graphql";
import type { StorySubgraph } from "../open-gateway.ts";

interface Context {
  readonly viewer: Viewer | null;
  readonly requestId: string;
}

export interface Mirror {
  readonly service: StorySubgraph;
  /** The persons whose roles were asked for. */
  readonly asked: readonly string[];
}

/** A service that tells who it takes the viewer for, and gives roles. */
export function buildMirror(name: string, claims: (person: string) => Partial<Claims>): Mirror {
  const sdl = `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
    type Query { ${name}: String ${name}Request: String }
    type Mutation { ${name}Change: String }
  `;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {}).filter(isOwn)) {
      field.resolve = (_, __, { viewer, requestId }: Context) =>
        field.name.endsWith("Request") ? requestId : JSON.stringify(viewer);
    }
  }
  const asked: string[] = [];
  const told = (person: string) => {
    asked.push(person);
    return claims(person);
  };
  return { service: { name, sdl, schema, claims: told }, asked };
}

const isOwn = ({ name }: { readonly name: string }): boolean => !name.startsWith("_");
