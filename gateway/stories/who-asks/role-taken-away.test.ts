import type { SignedIn } from "@convene/shared/auth-door";
import type { Claims } from "@convene/shared/viewer";
import { Sessions } from "../../src/viewer/session.ts";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { TRANSPORTS } from "../transports.ts";
import { buildMirror, type Mirror } from "./mirror.ts";
import { heardNews } from "./news.ts";
import { makeTokens } from "./token.ts";

const SECOND = 1_000;
const person = "per_ada";
const OWNER: Partial<Claims> = { organisations: [{ id: "org_1", role: "OWNER" }] };

/** So many milliseconds after the test began. */
let at: (passed: number) => void;
beforeEach(() => {
  const began = Date.now();
  const clock = jest.spyOn(Date, "now");
  at = (passed) => clock.mockReturnValue(began + passed);
  at(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(TRANSPORTS)("a role that is taken away, %s", (transport) => {
  let given: () => Partial<Claims>;
  let people: Mirror;
  let gateway: OpenedStory;
  let headers: Record<string, string>;

  beforeEach(async () => {
    given = () => OWNER;
    people = buildMirror("people", () => given());
    const tokens = await makeTokens();
    const services = [people.service];
    gateway = await openGateway({ services, transport, tokens: tokens.options });
    headers = { authorization: `Bearer ${await tokens.token({ person })}` };
  });
  afterEach(() => gateway.close());

  const organisations = async (field = "{ people }"): Promise<unknown> => {
    const { data } = await gateway.ask(field, headers);
    const viewer: unknown = JSON.parse(String(Object.values(data ?? {})[0]));
    return (viewer as Claims).organisations;
  };

  it("is over after a minute, also for who asks all the time", async () => {
    expect(await organisations()).toEqual(OWNER.organisations);
    given = () => ({});
    for (const passed of [1, 20, 40, 59]) {
      at(passed * SECOND);
      expect(await organisations()).toEqual(OWNER.organisations);
    }
    at(60 * SECOND);
    expect(await organisations()).toEqual([]);
    expect(people.asked).toHaveLength(2);
  });

  it("is over after a minute for mutations too, and at once after one of the same viewer", async () => {
    await organisations();
    given = () => ({});
    at(60 * SECOND);
    expect(await organisations("mutation { peopleChange }")).toEqual([]);
    given = () => OWNER;
    expect(await organisations("mutation { peopleChange }")).toEqual(OWNER.organisations);
    given = () => ({});
    expect(await organisations()).toEqual([]);
  });

  it("is not held any longer because the service that gave it does not answer", async () => {
    await organisations();
    await gateway.stop("people");
    given = () => {
      throw new Error("no database");
    };
    at(60 * SECOND);
    const { data, errors } = await gateway.ask("{ people }", headers);
    expect(JSON.stringify(data ?? errors)).not.toContain("org_1");
  });
});

describe("the role of an administrator who is signed in", () => {
  const COOKIE = "convene.session_token=one.two";

  it("is over as soon as it is told, and after a quarter of a minute where it is not", async () => {
    let account: SignedIn | null = { id: "acc_ada", person, platform: ["ADMIN"] };
    const news = heardNews();
    const sessions = new Sessions({ session: () => Promise.resolve(account) }, news);
    expect((await sessions.resolve(COOKIE))?.platform).toEqual(["ADMIN"]);
    account = { ...account, platform: [] };
    at(14 * SECOND);
    expect((await sessions.resolve(COOKIE))?.platform).toEqual(["ADMIN"]);
    at(15 * SECOND);
    expect((await sessions.resolve(COOKIE))?.platform).toEqual([]);
    account = null;
    news.heard("acc_ada");
    expect(await sessions.resolve(COOKIE)).toBeNull();
  });
});
