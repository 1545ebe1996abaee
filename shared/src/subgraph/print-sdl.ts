import { printSubgraphSchema } from "@apollo/subgraph";
import { createDataSource } from "../database/data-source.ts";
import { Service } from "../service/service.ts";
import type { ServiceDefinition } from "../service/service-definition.ts";

const silent = { info: () => undefined, error: () => undefined };

/** The subgraph's schema as it is committed in `schema.graphql`. Opens no database. */
export function printSdl(definition: ServiceDefinition): string {
  const connection = { url: "postgres://nowhere.invalid/convene" };
  const db = createDataSource(definition, connection);
  const service = new Service(
    definition,
    { db, jobs: null },
    { connection, feeds: [], log: silent },
  );
  return `${printSubgraphSchema(service.schema)}\n`;
}
