import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType, parse } from "graphql";
import type { Thing, World } from "./world.ts";

/** The world of the run that is going on: the schemas are built once, their data is not theirs. */
export interface Stage {
  world: World;
}

export interface StorySubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** A subgraph whose every field answers from the world. */
export function buildStorySubgraph(name: string, stage: Stage): StorySubgraph {
  const sdl = readFileSync(join(import.meta.dirname, `${name}.graphql`), "utf8");
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: references(name, stage) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("_")) continue;
    for (const [fieldName, field] of Object.entries(type.getFields())) {
      if (!fieldName.startsWith("_")) field.resolve = resolver({ name, schema, stage });
    }
  }
  return { name, sdl, schema };
}

function references(name: string, stage: Stage) {
  const find = (thing: Thing & { id: string }) => {
    const found = stage.world.thing(thing.__typename, thing.id);
    return stage.world.knows(name, found) ? found : null;
  };
  return Object.fromEntries(
    ["Organisation", "Person", "Meeting", "Campaign"].map((type) => [
      type,
      { __resolveReference: find },
    ]),
  );
}

interface Owner {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly stage: Stage;
}

type Resolver = GraphQLFieldResolver<Thing | undefined, unknown, Record<string, unknown>>;

export function resolver({ name, schema, stage }: Owner): Resolver {
  return (...[source, args, , { parentType, fieldName }]) => {
    const type = schema.getType(parentType.name);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) throw new Error(`${name} has no ${parentType.name}.${fieldName}`);
    return stage.world.resolve(source?.key ? source : undefined, {
      service: name,
      schema,
      type: field.type,
      parent: parentType.name,
      field: fieldName,
      args,
    });
  };
}
