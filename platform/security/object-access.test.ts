import { jest } from "@jest/globals";
import { newId } from "@convene/shared/type-id";
import { type Battlefield, openBattlefield, type ViewerName } from "../test/attack/battlefield.ts";
import { callWith, documentOf, type Position, positions } from "../test/attack/doors.ts";
import { attack, type GraphReply, inLanes, send } from "../test/attack/graph-client.ts";
import { kindOfId, nameIn } from "../test/attack/id-kind.ts";
import { nestedPositions } from "../test/attack/nested-doors.ts";
import { isRefused, leakOf } from "../test/attack/verdict.ts";
import { OPENING, TRANSPORTS } from "../test/open-graphs.ts";

jest.setTimeout(20 * 60_000);

let field: Battlefield;
beforeAll(async () => {
  field = await openBattlefield();
}, OPENING);
afterAll(() => field.close());

/** All but the administrator. */
const STRANGERS: readonly ViewerName[] = ["anonymous", "signedIn", "delegate", "secretariat"];

/** That nothing more is kept says nothing of what was asked for. */
const FULL = "saved searches: delete one first";

async function forgetSearches(url: string, token: string | undefined): Promise<void> {
  const { data } = await attack(url, { token, query: "{ savedSearches { nodes { id } } }" });
  const { nodes } = data?.savedSearches as { readonly nodes: readonly { readonly id: string }[] };
  const query = `mutation ($id: ID!) { deleteSavedSearch(input: { id: $id }) { id } }`;
  // Another lane may have forgotten it first.
  for (const { id } of nodes) await attack(url, { token, query, variables: { id } });
}

/** What an answer says, once the id that was asked for is taken out. */
const told = ({ status, text }: GraphReply, id: string) => `${status} ${text.replaceAll(id, "ID")}`;

describe.each(TRANSPORTS)("%s", (transport) => {
  const item = "ids of another tenant";
  const url = () => field.url(transport);

  /** Asked with what is hidden, and with what never was: nobody may tell the two apart. */
  async function compare(
    viewer: ViewerName,
    id: string,
    question: (id: string) => { readonly query: string; readonly variables: object },
  ): Promise<void> {
    const token = field.world.tokens[viewer];
    const put = async (which: string, tries = 20): Promise<GraphReply> => {
      const asked = { token, ...question(which) } as Parameters<typeof attack>[1];
      const reply = await attack(url(), asked);
      if (tries <= 1 || !reply.text.includes(FULL)) return reply;
      // Other lanes fill the list meanwhile.
      await forgetSearches(url(), token);
      return put(which, tries - 1);
    };
    const never = newId(id.slice(0, 3));
    const [hidden, missing] = [await put(id), await put(never)];
    const differs =
      told(hidden, id) === told(missing, never)
        ? null
        : `${hidden.text.slice(0, 300)} is not ${missing.text.slice(0, 300)}`;
    const leak = leakOf(hidden, field.tenant.canaries) ?? differs;
    const refused = isRefused(hidden) || !hidden.text.includes(id);
    const { query, variables } = question(id);
    field.tally.note(item, { refused, leak }, `${viewer}: ${query} ${JSON.stringify(variables)}`);
  }

  const doors = (): Position[] =>
    [...positions(field.schema), ...nestedPositions(field.schema, field.demoIds)].filter(
      ({ type }) => type === "ID",
    );
  const idsFor = (position: Position): readonly string[] => {
    const names = position.path.filter((step) => typeof step === "string");
    const kind = kindOfId(position.field.name, names.reduce(nameIn, ""));
    return (
      (kind === null ? [...field.tenant.ids.values()].flat() : field.tenant.ids.get(kind)) ?? []
    );
  };

  it("has something to try at every door", () => {
    const bare = doors().filter((position) => idsFor(position).length === 0);
    expect(bare.map(({ field: { name }, path }) => [name, ...path].join("."))).toEqual([]);
  });

  it("answers every id of another tenant like one that never was, through every door", async () => {
    const tries = STRANGERS.flatMap((viewer) =>
      doors().flatMap((position) => idsFor(position).map((id) => ({ viewer, position, id }))),
    );
    expect(tries.length).toBeGreaterThan(300);
    await inLanes(tries, 6, ({ viewer, position, id }) =>
      compare(viewer, id, (which) => {
        // The rest of the call is of the asker's own world, so that this id alone decides.
        const variables = callWith(position, which, field.demoIds);
        return { query: documentOf(position, variables), variables };
      }),
    );
    expect(field.tally.leaks).toEqual([]);
  });

  it("takes no file by a link that is guessed, forged or another's", async () => {
    const ids = field.tenant.ids.get("imp") ?? [];
    const tokens = ["", "x", "' OR 1=1 --", "A".repeat(43), ...ids];
    const paths = ids.flatMap((id) =>
      tokens.flatMap((token) =>
        ["stakeholders", "practices", "identity", "constructor", "..%2f"].map(
          (service) => `/uploads/${service}/${id}?token=${encodeURIComponent(token)}`,
        ),
      ),
    );
    for (const path of paths) {
      const reply = await send(url() + path, { method: "PUT", body: "name\nPatience" });
      const accepted = reply.status < 400 ? `accepted: ${reply.status}` : null;
      const leak = accepted ?? leakOf(reply, field.tenant.canaries);
      field.tally.note("uploads by a bad link", { refused: reply.status >= 400, leak }, path);
    }
    expect(field.tally.leaks).toEqual([]);
  });

  it("gives an upload's link no say over another's import", async () => {
    const { data } = await attack(url(), {
      query: `mutation { startImport(input: { fileName: "own.csv", kind: ORGANISATIONS }) { id uploadUrl } }`,
      token: field.world.root,
    });
    const own = data?.startImport as { readonly id: string; readonly uploadUrl: string };
    const { pathname, search } = new URL(own.uploadUrl, url());
    const paths = (field.tenant.ids.get("imp") ?? []).flatMap((id) => [
      pathname.replace(own.id, id) + search,
      `${pathname}/../${id}${search}`,
      pathname.replace(own.id, id).replace("stakeholders", "practices") + search,
      `${pathname.replace(own.id, `${id},${own.id}`)}${search}`,
    ]);
    expect(paths.every((path) => !path.startsWith(`${pathname}?`))).toBe(true);
    for (const path of paths) {
      const reply = await send(url() + path, { method: "PUT", body: "name\nPatience" });
      const accepted = reply.status < 400 ? `accepted: ${reply.status}` : null;
      const leak = accepted ?? leakOf(reply, field.tenant.canaries);
      field.tally.note("uploads by a bad link", { refused: reply.status >= 400, leak }, path);
    }
    expect(field.tally.leaks).toEqual([]);
  });

  it("gives nobody's data to others, and tells nobody whether somebody is there", async () => {
    const [hidden = ""] = field.tenant.ids.get("per") ?? [];
    const never = newId("per");
    const queries = (id: string) => [
      `?person=${id}`,
      `?person=${id}&person=${never}`,
      `?person=${never}&person=${id}`,
      `?person[]=${id}`,
      `?person=${id}%00`,
      `?person=${id.toUpperCase()}`,
      `/${id}`,
      `?person=${encodeURIComponent(`' OR 1=1 --${id}`)}`,
    ];
    for (const viewer of STRANGERS) {
      const token = field.world.tokens[viewer];
      const headers: Record<string, string> =
        token === undefined ? {} : { authorization: `Bearer ${token}` };
      const read = (query: string) => send(`${url()}/personal-data${query}`, { headers });
      for (const [index, query] of queries(hidden).entries()) {
        const reply = await read(query);
        const missing = await read(queries(newId("per"))[index] ?? "");
        // What names nobody is answered with one's own. A request id is as long as any other.
        const isSame =
          reply.status === missing.status &&
          (reply.status < 400 || reply.text.length === missing.text.length);
        const differs = isSame ? null : `${reply.text} is not ${missing.text}`;
        const isAnother = reply.status < 400 && reply.text.includes(hidden);
        const answers = isAnother ? `answers ${hidden}` : null;
        const leak = answers ?? leakOf(reply, field.tenant.canaries) ?? differs;
        const refused = reply.status >= 400;
        field.tally.note("personal data of others", { refused, leak }, `${viewer}: ${query}`);
      }
    }
    expect(field.tally.leaks).toEqual([]);
  });

  it.each([
    "changes",
    "claims?person=x",
    "auth",
    "session",
    "key",
    "grant",
    "token-keys",
    "cancel",
    "personal-data",
  ])("has no way in to what services ask of each other: /internal/%s", async (path) => {
    for (const method of ["GET", "POST"]) {
      for (const before of ["", "/graphql", "/auth", "/auth/..", "/uploads/stakeholders/.."]) {
        const reply = await send(`${url()}${before}/internal/${path}`, { method });
        const leak = reply.status < 400 ? `answers ${reply.status}` : leakOf(reply);
        field.tally.note("feeds and claims", { refused: reply.status >= 400, leak }, path);
      }
    }
    expect(field.tally.leaks).toEqual([]);
  });
});
