import { type GraphQLSchema, isObjectType } from "graphql";
import { resolver, type Stage, type StorySubgraph } from "./subgraphs.ts";
import type { Thing } from "./world.ts";

/**
 * What federation promises, executed by graphql-js without any: each field is asked of the service
 * that owns it, and a field of an entity that its owner has never heard of is null.
 */
export function attachMergedResolvers(
  schema: GraphQLSchema,
  subgraphs: readonly StorySubgraph[],
  stage: Stage,
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const owner = subgraphs.find((subgraph) => ownsField(subgraph, type.name, field.name));
      if (!owner) throw new Error(`Nobody owns ${type.name}.${field.name}`);
      const resolve = resolver({ ...owner, stage });
      field.resolve = (source: Thing | undefined, args, context, info) =>
        source?.id !== undefined && field.name !== "id" && !stage.world.knows(owner.name, source)
          ? null
          : resolve(source, args as Record<string, unknown>, context, info);
    }
  }
}

function ownsField({ schema }: StorySubgraph, typeName: string, fieldName: string): boolean {
  const type = schema.getType(typeName);
  return isObjectType(type) && fieldName in type.getFields();
}
