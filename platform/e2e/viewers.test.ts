import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from "jose";
import { newId } from "@convene/shared/type-id";
import { AUDIENCE, ISSUER } from "../src/token/access-token.ts";
import { ask, change, codeOf, tryChange } from "../test/ask.ts";
import { type Graphs, openGraphs, OPENING, TRANSPORTS } from "../test/open-graphs.ts";
import { adminToken, demoViewers, personToken, tokenOf } from "../test/tokens.ts";

let graphs: Graphs;
beforeAll(async () => {
  graphs = await openGraphs();
}, OPENING);
afterAll(() => graphs.close());

/** Tokens that look like a token and are none, each made from what would be a good one. */
const BAD_TOKENS: Readonly<Record<string, () => Promise<string> | string>> = {
  forged: async () => sign({ key: (await generateKeyPair("EdDSA")).privateKey }),
  "forged under a key's own name": async () =>
    sign({ key: (await generateKeyPair("EdDSA")).privateKey, kid: "another" }),
  expired: () => sign({ expires: Math.floor(Date.now() / 1000) - 60 }),
  "not valid yet": () => sign({ notBefore: Math.floor(Date.now() / 1000) + 3600 }),
  "of no end": () => sign({ expires: null }),
  "for another audience": () => sign({ audience: "elsewhere" }),
  "from another issuer": () => sign({ issuer: "elsewhere" }),
  "for a person who is none": () => sign({ claims: { person: "org_01h455vb4pex5vsknk084sn02q" } }),
  "for a role that there is not": () => sign({ claims: { platform: ["EMPEROR"] } }),
  "without a signature": () =>
    new UnsecuredJWT({ platform: ["ADMIN"] })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject("acc_1")
      .setExpirationTime("1h")
      .encode(),
  "signed with the public key as a password": async () =>
    new SignJWT({ platform: ["ADMIN"] })
      .setProtectedHeader({ alg: "HS256", kid: "test" })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject("acc_1")
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode(graphs.secrets.tokenKey.x)),
  "altered by one letter": async () => {
    const [header, body, signature = ""] = (await adminToken(graphs)).split(".");
    const first = signature.startsWith("A") ? "B" : "A";
    return [header, body, first + signature.slice(1)].join(".");
  },
  "given another body": async () => {
    const [header, , signature] = (await tokenOf(graphs, "group-co-lead")).split(".");
    const [, body] = (await adminToken(graphs)).split(".");
    return [header, body, signature].join(".");
  },
  nonsense: () => "nonsense",
};

interface Signing {
  readonly key?: Parameters<SignJWT["sign"]>[0];
  readonly kid?: string;
  readonly expires?: number | null;
  readonly notBefore?: number;
  readonly audience?: string;
  readonly issuer?: string;
  readonly claims?: object;
}

async function sign(signing: Signing): Promise<string> {
  const { expires = Math.floor(Date.now() / 1000) + 3600, notBefore, kid = "test" } = signing;
  const token = new SignJWT({ platform: ["ADMIN"], ...signing.claims })
    .setProtectedHeader({ alg: "EdDSA", kid })
    .setIssuer(signing.issuer ?? ISSUER)
    .setAudience(signing.audience ?? AUDIENCE)
    .setSubject("acc_1");
  if (expires !== null) token.setExpirationTime(expires);
  if (notBefore !== undefined) token.setNotBefore(notBefore);
  return token.sign(signing.key ?? (await importJWK(graphs.secrets.tokenKey, "EdDSA")));
}

describe.each(TRANSPORTS)("%s", (transport) => {
  const url = () => graphs.url(transport);
  const put = (question: Parameters<typeof ask>[1]) => ask(url(), question);

  it("takes the token that the bad ones are made from", async () => {
    const query = "{ organisations(first: 1) { nodes { viewerCanEdit } } }";
    const { data } = await put({ query, token: await sign({}) });
    expect(data.organisations.nodes).toEqual([{ viewerCanEdit: true }]);
  });

  it.each(Object.keys(BAD_TOKENS))(
    "refuses a token that is %s, and answers nothing",
    async (name) => {
      const token = (await BAD_TOKENS[name]?.()) ?? "";
      const response = await fetch(`${url()}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: "{ organisations { totalCount } }" }),
      });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
      const body = await response.json();
      expect(body).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: "UNAUTHENTICATED" } }],
      });
    },
  );

  it.each(["Basic YTpi", "Bearer", "Bearer a b"])(
    "refuses the header %p rather than take it for an anonymous viewer",
    async (authorization) => {
      const response = await fetch(`${url()}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify({ query: "{ organisations { totalCount } }" }),
      });
      expect(response.status).toBe(401);
    },
  );

  it("lets an organisation's editor change it, and no other", async () => {
    const token = await tokenOf(graphs, "organisation-editor");
    const { organisations } = graphs.demo;
    const update = (id: string | undefined, description: string) =>
      tryChange(url(), {
        field: "updateOrganisation",
        input: { id, description },
        selection: "description",
        token,
      });
    const own = await update(organisations["port-averley-council"], `Changed ${transport}`);
    expect(own).toEqual({ data: { updateOrganisation: { description: `Changed ${transport}` } } });
    const others = await update(organisations["greenlatch-casework"], "Changed");
    expect(codeOf(others)).toBe("FORBIDDEN");
    const hidden = await update(organisations["wrenfield-house"], "Changed");
    expect(codeOf(hidden)).toBe("NOT_FOUND");
    const { data } = await put({
      query: `query ($id: ID!) { organisation(id: $id) { description } }`,
      variables: { id: organisations["greenlatch-casework"] },
    });
    expect(data.organisation.description).not.toBe("Changed");
  });

  it.each([...demoViewers, "anonymous"] as const)(
    "tells the %s by viewerCanEdit just what its mutations then allow, for all organisations and groups",
    async (viewer) => {
      const token = viewer === "anonymous" ? {} : { token: await tokenOf(graphs, viewer) };
      const { data } = await put({
        ...token,
        query: `{ organisations(first: 100) { nodes { id description viewerCanEdit } }
          workingGroups(first: 100) { nodes { id description viewerCanEdit } } }`,
      });
      const allowed: Record<string, number> = { updateOrganisation: 0, updateWorkingGroup: 0 };
      const all = [
        ...data.organisations.nodes.map((one: object) => ({ ...one, field: "updateOrganisation" })),
        ...data.workingGroups.nodes.map((one: object) => ({ ...one, field: "updateWorkingGroup" })),
      ];
      for (const { field, id, description, viewerCanEdit } of all) {
        const answer = await tryChange(url(), { ...token, field, input: { id, description } });
        const refusal = viewer === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN";
        expect([id, codeOf(answer)]).toEqual([id, viewerCanEdit ? undefined : refusal]);
        if (viewerCanEdit) allowed[field] = (allowed[field] ?? 0) + 1;
      }
      expect(all.length).toBeGreaterThan(35);
      expect(allowed).toEqual(ALLOWED[viewer]);
    },
  );

  describe("a role that ends", () => {
    it("is over at once for those who lay it down themselves", async () => {
      const { organisation, role, token } = await newEditor();
      expect(codeOf(await edit(organisation, token))).toBeUndefined();
      await change(url(), { field: "endRole", input: { id: role }, token });
      expect(codeOf(await edit(organisation, token))).toBe("FORBIDDEN");
    });

    it("is over within a minute when another ends it", async () => {
      const { organisation, role, token } = await newEditor();
      expect(codeOf(await edit(organisation, token))).toBeUndefined();
      const admin = await adminToken(graphs);
      await change(url(), { field: "endRole", input: { id: role }, token: admin });
      const now = Date.now();
      const clock = jest.spyOn(Date, "now").mockReturnValue(now + 60_001);
      try {
        expect(codeOf(await edit(organisation, token))).toBe("FORBIDDEN");
      } finally {
        clock.mockRestore();
      }
    });

    it("begins at once for who founds an organisation", async () => {
      const token = await personToken(graphs, await newPerson());
      expect(codeOf(await edit(graphs.demo.organisations["iom"] ?? "", token))).toBe("FORBIDDEN");
      const input = { name: `Founded ${transport}` };
      const { id } = await change(url(), { field: "createOrganisation", input, token });
      expect(codeOf(await edit(id, token))).toBeUndefined();
    });
  });

  it("gives no roles to a token of a person whom nobody knows", async () => {
    const token = await personToken(graphs, newId("per"));
    const { organisations } = graphs.demo;
    expect(codeOf(await edit(organisations["greenlatch-casework"] ?? "", token))).toBe("FORBIDDEN");
    expect(codeOf(await edit(organisations["wrenfield-house"] ?? "", token))).toBe("NOT_FOUND");
  });

  const edit = (id: string, token: string) =>
    tryChange(url(), { field: "updateOrganisation", input: { id, website: null }, token });

  const newPerson = async (): Promise<string> => {
    const token = await adminToken(graphs);
    const input = { name: "Somebody new", audience: "PUBLIC" };
    return (await change(url(), { field: "createPerson", input, token })).id;
  };

  /** Somebody who edits an organisation that has an owner besides. */
  async function newEditor() {
    const person = await newPerson();
    const organisation = graphs.demo.organisations["greenlatch-casework"] ?? "";
    const input = { person, organisation, access: "EDITOR" };
    const admin = await adminToken(graphs);
    const { id: role } = await change(url(), { field: "addRole", input, token: admin });
    return { organisation, role, token: await personToken(graphs, person) };
  }
});

/** Each edits one organisation; the secretariat its network's groups, co-leads their own. */
const ALLOWED = {
  secretariat: { updateOrganisation: 1, updateWorkingGroup: 7 },
  "organisation-editor": { updateOrganisation: 1, updateWorkingGroup: 1 },
  "group-co-lead": { updateOrganisation: 1, updateWorkingGroup: 1 },
  anonymous: { updateOrganisation: 0, updateWorkingGroup: 0 },
};
