import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { ROLE_SETTINGS } from "@convene/shared/database/provision";
import pg from "pg";
import { z } from "zod";
import { scenarios } from "../scenario/scenarios.ts";
import { readContenderConfig } from "./contender-config.ts";

/*
 * What the answers cost when nobody asks by a graph: each question is one statement written by hand,
 * which makes the JSON of the whole answer in Postgres. No GraphQL, no viewer, no limits, and of a
 * change the outbox but not the replicas.
 */
const CONNECTIONS = 10;

const config = readContenderConfig();
const pool = new pg.Pool({
  connectionString: config.DATABASE_URL,
  max: CONNECTIONS,
  // As the services' roles have it.
  options: Object.entries({ ...ROLE_SETTINGS, search_path: "public,extensions" })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" "),
});

const questionSchema = z.object({
  operationName: z.string(),
  variables: z.record(z.string(), z.unknown()),
});

async function answer(body: string): Promise<string> {
  const { operationName, variables } = questionSchema.parse(JSON.parse(body));
  const scenario = scenarios.find((one) => one.operation === operationName);
  if (!scenario) throw new Error(`There is no statement for ${operationName}`);
  const values = scenario.parameters(variables);
  const { rows } = await pool.query<{ data: string }>({ text: scenario.sql, values });
  return `{"data":${rows[0]?.data ?? "null"}}`;
}

const server = createServer((request, response) => {
  const send = (status: number, body: string) =>
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  if (request.url === "/readyz") return send(200, "{}");
  return void text(request)
    .then(answer)
    .then(
      (body) => send(200, body),
      (error: unknown) => send(500, JSON.stringify({ message: String(error) })),
    );
});
server.listen(config.PORT, config.HOST);
await once(server, "listening");
