import type { AuthDoor, KeyHolder } from "@convene/shared/auth-door";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { TRANSPORTS } from "../transports.ts";
import { buildMirror } from "./mirror.ts";
import { buildNews } from "./news.ts";

const keyOf = (letter: string) => `cnv_${letter.repeat(43)}`;
const READER = keyOf("r");
const WRITER = keyOf("w");
const REVOKED = keyOf("x");

const ada: KeyHolder = { id: "acc_ada", person: "per_ada", platform: [], scopes: ["read"] };

describe.each(TRANSPORTS)("an API key, %s", (transport) => {
  const holders = new Map<string, KeyHolder>([
    [READER, ada],
    [WRITER, { ...ada, scopes: ["read", "write"] }],
  ]);
  const asked: string[] = [];
  const news = buildNews();
  const auth: AuthDoor = {
    answer: () => Promise.reject(new Error("nobody asks for pages here")),
    session: () => Promise.resolve(null),
    grant: () => Promise.resolve(null),
    tokenKeys: () => Promise.resolve({ keys: [] }),
    key: (key) => {
      asked.push(key);
      return Promise.resolve(holders.get(key) ?? null);
    },
  };
  let gateway: OpenedStory;
  beforeAll(async () => {
    const services = [
      buildMirror("people", () => ({ organisations: [{ id: "org_1", role: "OWNER" }] })).service,
    ];
    gateway = await openGateway({ services, transport, auth, live: news.live });
  });
  afterAll(() => gateway.close());

  const codeOf = async (question: string, headers: Record<string, string>) =>
    (await gateway.ask(question, headers)).errors?.[0]?.extensions["code"];

  it.each<[string, Record<string, string>]>([
    ["authorization", { authorization: `Bearer ${READER}` }],
    ["x-api-key", { "x-api-key": READER }],
  ])("asks in its owner's name, sent as %s", async (_, headers) => {
    const { data } = await gateway.ask("{ people }", headers);
    expect(JSON.parse(String(data?.["people"]))).toEqual({
      kind: "key",
      ...ada,
      organisations: [{ id: "org_1", role: "OWNER" }],
      groups: [],
      networks: [],
    });
  });

  it("changes nothing without the scope, though the service would let it", async () => {
    const change = "mutation { peopleChange }";
    const refused = await gateway.ask(change, { "x-api-key": READER });
    expect(refused.status).toBe(403);
    expect(refused.errors?.[0]?.extensions).toEqual({ code: "FORBIDDEN" });
    expect(await codeOf(change, { "x-api-key": WRITER })).toBeUndefined();
  });

  it("is refused when it is none, and asked about only where it could be one", async () => {
    const before = asked.length;
    for (const key of ["", "cnv_short", `${READER}x`, "eyJhbGciOiJub25lIn0.e30."]) {
      expect(await codeOf("{ people }", { "x-api-key": key })).toBe("UNAUTHENTICATED");
    }
    expect(asked).toHaveLength(before);
    expect(await codeOf("{ people }", { "x-api-key": REVOKED })).toBe("UNAUTHENTICATED");
    expect(await codeOf("{ people }", { authorization: `Bearer ${REVOKED}` })).toBe(
      "UNAUTHENTICATED",
    );
  });

  it("is asked about once, and anew after a change by the same account", async () => {
    const headers = { "x-api-key": WRITER };
    await gateway.ask("mutation { peopleChange }", headers);
    asked.length = 0;
    await gateway.ask("{ people }", headers);
    await gateway.ask("{ people }", headers);
    expect(asked).toEqual([WRITER]);
    await gateway.ask("mutation { peopleChange }", headers);
    await gateway.ask("{ people }", headers);
    expect(asked).toEqual([WRITER, WRITER]);
  });

  it("is asked about anew once its account has changed by way of another gateway", async () => {
    const headers = { "x-api-key": READER };
    await gateway.ask("{ people }", headers);
    holders.delete(READER);
    news.tell("acc_other");
    expect(await codeOf("{ people }", headers)).toBeUndefined();
    news.tell(ada.id);
    expect(await codeOf("{ people }", headers)).toBe("UNAUTHENTICATED");
    holders.set(READER, ada);
    expect(await codeOf("{ people }", headers)).toBe("UNAUTHENTICATED");
    // As when the stream of news begins anew: anybody's may have been missed.
    news.tell(null);
    expect(await codeOf("{ people }", headers)).toBeUndefined();
  });

  it("is asked about each time while nobody would tell that it has ended", async () => {
    const headers = { "x-api-key": READER };
    const times = async () => {
      asked.length = 0;
      for (let n = 0; n < 3; n += 1) await gateway.ask("{ people }", headers);
      return asked.length;
    };
    news.tell(null);
    expect(await times()).toBe(1);
    news.pulse(false);
    expect(await times()).toBe(3);
    news.pulse(true);
    expect(await times()).toBeLessThanOrEqual(1);
    const clock = jest.spyOn(performance, "now");
    clock.mockReturnValue(performance.now() + 3_001);
    expect(await times()).toBe(3);
    clock.mockRestore();
    news.pulse(true);
  });
});
