import { attacksInFull, fuzzing } from "../test/config.ts";
import { type Battlefield, openBattlefield, VIEWERS } from "../test/attack/battlefield.ts";
import { fuzz } from "../test/attack/fuzz.ts";
import { attackTables } from "../test/attack/role-attack.ts";
import { ask } from "../test/ask.ts";
import { OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { personToken } from "../test/tokens.ts";

// `npm run test:security` makes up 10,000 questions here, and adds what lies in platform/security/.

const PATIENCE = attacksInFull() ? 3_600_000 : 120_000;

let field: Battlefield;
beforeAll(async () => {
  field = await openBattlefield();
}, OPENING);
afterAll(() => field.close());

it(
  "answers made-up questions of five viewers without a fault, a leak or a way around its limits",
  async () => {
    await fuzz(field, fuzzing());
    expect(field.tally.leaks).toEqual([]);
    // Dice that are always refused would prove nothing.
    for (const viewer of VIEWERS) {
      const { tried, refused } = field.tally.of(`fuzz as ${viewer}`);
      expect(refused).toBeLessThan(tried * 0.85);
    }
  },
  PATIENCE,
);

it("shows a tenant to its own people, of whom the others' questions found nothing", async () => {
  const { graphs, tenant } = field;
  const token = await personToken(graphs, tenant.owner);
  const nodes = ["org", "net", "grp", "mtg", "per"].flatMap(
    // The last of its organisations was merged into the one before.
    (kind) => tenant.ids.get(kind)?.at(kind === "org" ? -2 : -1) ?? [],
  );
  const query = `{ nodes(ids: ${JSON.stringify(nodes)}) { id } }`;
  const { data } = await ask(field.url(TRANSPORTS[0] ?? "in process"), { query, token });
  expect(data.nodes.map((node: { id: string } | null) => node?.id)).toEqual(nodes);
});

it("lets no service touch a table of another, its jobs and its replicas among them", async () => {
  await attackTables(field);
  expect(field.tally.of("tables of another service").tried).toBeGreaterThan(300);
  expect(field.tally.leaks).toEqual([]);
});
