import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { buildAccount } from "../../test/page-browser.ts";
import { identity } from "../definition.ts";
import { BounceService } from "../bounce/bounce.service.ts";

const { execute, service, sqlOf } = createHarness(identity);

const BOUNCES = `query ($first: Int!, $after: String) { bounces(first: $first, after: $after) {
  totalCount pageInfo { endCursor }
  nodes { id address status stoppedAt viewerCanLift } } }`;
const LIFT = `mutation ($id: ID!) { liftBounce(input: { id: $id }) { id address } }`;

const ada = "ada@example.org";
const moderator = buildViewer({ platform: ["MODERATOR", "REVIEWER"] });
const stranger = buildViewer({ id: "acc_1", person: "per_1" });
const all = async (page: object = { first: 10 }) =>
  (await execute(BOUNCES, { viewer: admin, ...page })).data.bounces;

/** Mail to the address comes back. */
async function bounce(address: string, status: string): Promise<void> {
  const bounces = new BounceService(service().parts);
  const recipient = `bounce+${bounces.tokenFor(address)}@mail.example.org`;
  await bounces.note(JSON.stringify({ recipient, status }));
}

beforeEach(async () => {
  await service().parts.db.query("DELETE FROM bounced_address");
});

it("tells administrators which addresses get no mail, since when, and why, until they lift it", async () => {
  await buildAccount(service(), { email: ada });
  await bounce(ada, "5.1.1");
  const [first] = (await all()).nodes;
  expect(first).toMatchObject({ address: ada, status: "5.1.1", viewerCanLift: true });
  expect(Date.now() - Date.parse(first.stoppedAt)).toBeLessThan(60_000);

  // Since when, is since the first; whose account is gone is known no more.
  await bounce(ada, "5.7.1");
  await bounce("gone@example.org", "5.1.10");
  const { nodes, totalCount } = await all();
  expect(totalCount).toBe(2);
  expect(nodes).toEqual([
    expect.objectContaining({ address: null, status: "5.1.10" }),
    { ...first, status: "5.7.1" },
  ]);
  const page = await all({ first: 1 });
  const next = await all({ first: 1, after: page.pageInfo.endCursor });
  expect(next.nodes).toEqual([nodes[1]]);

  const lifted = await execute(LIFT, { viewer: admin, id: first.id });
  expect(lifted.data.liftBounce).toEqual({ id: first.id, address: ada });
  expect((await all()).totalCount).toBe(1);
  expect(await new BounceService(service().parts).find(ada)).toBeNull();
  const again = await execute(LIFT, { viewer: admin, id: first.id });
  expect(again.errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
});

it.each([
  ["nobody", null, "UNAUTHENTICATED"],
  ["a moderator", moderator, "NOT_FOUND"],
  ["somebody signed in", stranger, "NOT_FOUND"],
])("tells nothing to %s, who lifts nothing", async (_, viewer, code) => {
  await bounce(ada, "5.1.1");
  const { data } = await execute(BOUNCES, { viewer, first: 10 });
  expect(data.bounces).toBeNull();
  const [known] = (await all()).nodes;
  for (const id of [known.id, "none"]) {
    const { errors } = await execute(LIFT, { viewer, id });
    expect(errors?.[0]?.extensions["code"]).toBe(code);
  }
  expect((await all()).totalCount).toBe(1);
});

it("finds a page of addresses by as many statements as one", async () => {
  await bounce("a@example.org", "5.1.1");
  const one = await sqlOf(() => all());
  for (const name of ["b", "c", "d"]) await bounce(`${name}@example.org`, "5.1.1");
  expect(await sqlOf(() => all())).toHaveLength(one.length);
});
