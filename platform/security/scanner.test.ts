import { type Battlefield, openBattlefield } from "../test/attack/battlefield.ts";
import { attack, type Reply, send } from "../test/attack/graph-client.ts";
import { SCANNER_ITEMS, type ScannerItem } from "../test/attack/scanner-items.ts";
import { leakOf } from "../test/attack/verdict.ts";
import { OPENING, TRANSPORTS } from "../test/open-graphs.ts";

let field: Battlefield;
beforeAll(async () => {
  field = await openBattlefield();
}, OPENING);
afterAll(() => field.close());

/** Two are answered like any question, without what was asked for beside it. */
const ANSWERED = new Set(["tracing", "query plans"]);

describe.each(TRANSPORTS)("%s", (transport) => {
  it.each(SCANNER_ITEMS.map((item) => [item.name, item] as const))(
    "refuses %s",
    async (name, item) => {
      const reply = await request(field.url(transport), item);
      const refused = isRefused(reply);
      const answers = refused || ANSWERED.has(name) ? null : `answers ${reply.text.slice(0, 200)}`;
      const leak = answers ?? leakOf(reply, field.tenant.canaries) ?? item.wrong?.(reply) ?? null;
      field.tally.note("OWASP cheat sheet and scanners", { refused, leak }, name);
      expect(leak).toBeNull();
    },
  );

  it("has changed nothing by any of them", async () => {
    const query =
      '{ searchOrganisations(text: "By a scanner") { totalCount nodes { organisation { name } } } }';
    const { data } = await attack(field.url(transport), { query, token: field.world.root });
    expect(JSON.stringify(data)).not.toContain("By a scanner");
  });
});

/** With an administrator's token, who could do all of it. */
function request(url: string, item: ScannerItem): Promise<Reply> {
  const { path = "/graphql", method = "POST", headers, body } = item;
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  return send(url + path, {
    method,
    headers: {
      authorization: `Bearer ${field.world.root}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: sent }),
  });
}

function isRefused({ status, text }: Reply): boolean {
  if (status >= 400) return true;
  const { data, errors } = JSON.parse(text) as { data?: object | null; errors?: unknown[] };
  const nothing = !data || Object.values(data).every((value) => value === null);
  return nothing && (errors?.length ?? 0) > 0;
}
