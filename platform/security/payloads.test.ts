import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { attacksInFull } from "../test/config.ts";
import { type Battlefield, openBattlefield } from "../test/attack/battlefield.ts";
import { callWith, documentOf, type Position, positions } from "../test/attack/doors.ts";
import { attack, inLanes } from "../test/attack/graph-client.ts";
import { isRefused, leakOf } from "../test/attack/verdict.ts";
import { OPENING, TRANSPORTS } from "../test/open-graphs.ts";

const LONG = attacksInFull() ? 60_000 : 10_000;

/** What breaks statements, patterns, readers and terminals. */
const PAYLOADS: readonly string[] = [
  "' OR '1'='1",
  "'; SELECT pg_sleep(20); --",
  "1) UNION SELECT secret_hash FROM api_key --",
  "$1 $$ :name ?| @> {}",
  "%' AND 1=(SELECT 1/0) --",
  "\\'; \u02BC; \uFF07 OR 1=1",
  `${"a".repeat(LONG)}!`,
  `${" ".repeat(LONG)}x`,
  `${"\t\n".repeat(LONG / 2)}x`,
  "a@".repeat(LONG / 2),
  `${"1-".repeat(LONG / 2)}x`,
  `FREQ=DAILY;${"BYDAY=MO,".repeat(LONG / 10)}`,
  `https://${"a.".repeat(LONG / 2)}`,
  "(((((((((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+$",
  "& | ! <-> :* ((( ))) 'x",
  "*:* AND _exists_:a~99 \u0000",
  "\ud800 lone",
  "../../../../etc/passwd",
  "${jndi:ldap://127.0.0.1/a}{{7*7}}<%= 7 %>",
  "2030-13-45T99:99:99Z",
  "Z9999999999999-99-99",
];

/** Beyond it something hangs. Milliseconds. */
const HANGS = 15_000;

let field: Battlefield;
let server: Server;
let reached = 0;
let payloads: readonly string[];

beforeAll(async () => {
  field = await openBattlefield();
  // Nothing that a client writes makes the graph call anybody.
  server = createServer((_, response) => {
    reached += 1;
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  payloads = [...PAYLOADS, `http://127.0.0.1:${port}/x`, `http://localhost:${port}/x.ics`];
}, OPENING);
afterAll(async () => {
  server.close();
  await field.close();
});

const TEXTS = new Set(["Boolean", "Int", "Float"]);

describe.each(TRANSPORTS)("%s", (transport) => {
  const strings = () => positions(field.schema).filter(({ type }) => !TEXTS.has(type));

  it(
    "calls every field with what is sound, so that what is not gets as far",
    async () => {
      const counts = { answered: 0, refused: 0 };
      const fields = new Map(positions(field.schema).map((one) => [one.field.name, one]));
      for (const position of fields.values()) {
        const args = callWith({ ...position, path: [""] }, null, field.demoIds);
        const reply = await put(position, args);
        counts[isRefused(reply) ? "refused" : "answered"] += 1;
      }
      expect(counts.answered).toBeGreaterThan(counts.refused);
    },
    20 * 60_000,
  );

  it(
    "takes no text for a part of a statement or a pattern, and hangs on none",
    async () => {
      const all = strings().flatMap((position) =>
        payloads.map((payload) => [position, payload] as const),
      );
      await inLanes(all, 8, async ([position, payload]) => {
        const args = callWith(position, payload, field.demoIds);
        const reply = await put(position, args);
        const hangs = reply.milliseconds > HANGS ? `${reply.milliseconds} ms` : null;
        const where = `${position.field.name}.${position.path.join(".")}`;
        const asked = `${where}, ${transport}: ${payload.slice(0, 60)}`;
        const leak = hangs ?? leakOf(reply);
        field.tally.note("payloads in every text", { refused: isRefused(reply), leak }, asked);
      });
      expect(field.tally.leaks).toEqual([]);
      expect(reached).toBe(0);
    },
    20 * 60_000,
  );

  function put(position: Position, args: Record<string, unknown>) {
    return attack(field.url(transport), {
      query: documentOf(position, args),
      variables: args,
      token: field.world.root,
    });
  }
});
