import { type GraphQLSchema, isObjectType } from "graphql";
import { resolver, type Stage, type StorySubgraph } from "./subgraphs.ts";

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
      const guarded: typeof resolve = (...call) => {
        const [source] = call;
        const isEntity = source?.id !== undefined && field.name !== "id";
        return isEntity && !stage.world.knows(owner.name, source) ? null : resolve(...call);
      };
      field.resolve = guarded;
    }
  }
}

function ownsField({ schema }: StorySubgraph, typeName: string, fieldName: string): boolean {
  const type = schema.getType(typeName);
  return isObjectType(type) && fieldName in type.getFields();
}
