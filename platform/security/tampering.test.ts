import { jest } from "@jest/globals";
import { isInputObjectType } from "graphql";
import { badTokens } from "../test/attack/bad-tokens.ts";
import { type Battlefield, openBattlefield } from "../test/attack/battlefield.ts";
import { callWith, documentOf, inputPositions } from "../test/attack/doors.ts";
import { attack, inLanes } from "../test/attack/graph-client.ts";
import { isRefused, leakOf } from "../test/attack/verdict.ts";
import { OPENING, TRANSPORTS } from "../test/open-graphs.ts";

jest.setTimeout(20 * 60_000);

let field: Battlefield;
beforeAll(async () => {
  field = await openBattlefield();
}, OPENING);
afterAll(() => field.close());

/** What somebody would like to set: of the tables, of the viewer, of JavaScript. */
const PRIVILEGED: Readonly<Record<string, unknown>> = {
  ...{ isAdmin: true, admin: true, platform: ["ADMIN"], scopes: ["write"], viewer: { id: "x" } },
  ...{ accountId: "acc_x", account_id: "acc_x", personId: "per_x", ownerId: "acc_x", steward: "x" },
  ...{ createdAt: "2000-01-01T00:00:00Z", updatedAt: null, publishedAt: "2000-01-01T00:00:00Z" },
  ...{ status: "CONFIRMED", state: "PUBLISHED", confirmedBy: "org_x", emailVerified: true },
  ...{ uploadToken: "x", secretHash: "x", viewerCanEdit: true, access: "OWNER", role: "CO_LEAD" },
  ...{ __typename: "Query", constructor: { prototype: { isAdmin: true } }, mergedInto: "org_x" },
};

const QUESTION = "{ organisations(first: 1) { totalCount } }";

function fieldsOf(name: string): object {
  const type = field.schema.getType(name);
  return isInputObjectType(type) ? type.getFields() : {};
}

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => field.url(transport);

  it("takes no field that an input does not have, in no input", async () => {
    const places = inputPositions(field.schema);
    const inputs = new Map(places.map((place) => [place.type, place]));
    const tries = [...inputs.values()].flatMap((place) =>
      Object.entries(PRIVILEGED)
        .filter(([name]) => !Object.hasOwn(fieldsOf(place.type), name))
        .map(([name, value]) => ({ place, name, value })),
    );
    await inLanes(tries, 8, async ({ place, name, value }) => {
      // Whether the rest is there does not matter: what is unknown has to be told.
      const variables = callWith(place, { [name]: value }, field.demoIds);
      const query = documentOf(place, variables);
      const reply = await attack(url(), { query, variables, token: field.world.root });
      const taken = isRefused(reply) && reply.data === null ? null : "takes it";
      const named = reply.text.includes(name) ? null : `says nothing of it: ${reply.text}`;
      const leak = taken ?? named ?? leakOf(reply);
      const asked = `${place.type}.${name}`;
      field.tally.note("mass assignment", { refused: isRefused(reply), leak }, asked);
    });
    expect(field.tally.leaks).toEqual([]);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  });

  it("takes no such field in a literal, for each change", async () => {
    const changes = Object.values(field.schema.getMutationType()?.getFields() ?? {});
    for (const { name } of changes) {
      const query = `mutation { ${name}(input: { isAdmin: true, platform: [ADMIN] }) { __typename } }`;
      const reply = await attack(url(), { query, token: field.world.root });
      const leak = isRefused(reply) ? leakOf(reply) : "takes it";
      field.tally.note("mass assignment", { refused: isRefused(reply), leak }, query);
    }
    expect(field.tally.leaks).toEqual([]);
  });

  it("takes no token that was tampered with, by whichever header", async () => {
    for (const [trick, make] of Object.entries(badTokens(field.graphs.secrets))) {
      const token = await make();
      const ways: readonly Record<string, string>[] = [
        { authorization: `Bearer ${token}` },
        { "x-api-key": token },
      ];
      for (const headers of ways) {
        const reply = await attack(url(), { query: QUESTION, headers });
        const taken = reply.status === 401 ? null : `answers ${reply.status}`;
        const leak = taken ?? leakOf(reply);
        field.tally.note("token tampering", { refused: reply.status === 401, leak }, trick);
      }
      // A cookie that is none speaks for nobody.
      const cookies = ["convene.session_token", "__Secure-convene.session_token"].map(
        (name) => `${name}=${encodeURIComponent(token)}`,
      );
      for (const cookie of cookies) {
        const reply = await attack(url(), { query: "{ me { id } }", headers: { cookie } });
        const taken = reply.data?.me ? "signs somebody in" : leakOf(reply);
        field.tally.note("token tampering", { refused: !reply.data?.me, leak: taken }, trick);
      }
    }
    expect(field.tally.leaks).toEqual([]);
  });
});
