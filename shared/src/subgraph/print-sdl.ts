import { printSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLSchema } from "graphql";
import { createDataSource } from "../database/data-source.ts";
import { Service } from "../service/service.ts";
import type { ServiceDefinition } from "../service/service-definition.ts";

const silent = { info: () => undefined, error: () => undefined };

/** The subgraph's schema as the code makes it. Opens no database. */
export function schemaOf(definition: ServiceDefinition): GraphQLSchema {
  const connection = { url: "postgres://nowhere.invalid/convene" };
  const db = createDataSource(definition, connection);
  const options = { connection, feeds: [], log: silent };
  return new Service(definition, { db, jobs: null }, options).schema;
}

/** The same as it is committed in `schema.graphql`. */
export const printSdl = (definition: ServiceDefinition): string =>
  `${printSubgraphSchema(schemaOf(definition))}\n`;
