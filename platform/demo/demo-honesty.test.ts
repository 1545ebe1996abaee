import { readdirSync, readFileSync } from "node:fs";
import { Audience } from "@convene/shared/audience";
import { readDemoNetwork } from "../src/demo/demo-network.ts";

const today = "2026-11-23";
const demo = readDemoNetwork(new Date(today));
const real = demo.organisations.filter(({ fictional }) => !fictional).map(({ key }) => key);
const meetings = [...demo.series.flatMap(({ occurrences }) => occurrences), ...demo.groupMeetings];

describe("real organisations", () => {
  it("are United Nations bodies, named in the six official languages", () => {
    expect(real.length).toBeGreaterThanOrEqual(8);
    for (const organisation of demo.organisations.filter(({ key }) => real.includes(key))) {
      expect(organisation.category).toBe("un-system");
      expect(Object.keys(organisation.names).sort()).toEqual(["ar", "en", "es", "fr", "ru", "zh"]);
      expect(organisation.website).toMatch(/^https:\/\/www\.\w+\.(int|org)/);
      for (const { scheme, value } of organisation.identifiers) {
        expect(`${scheme}-${value}`).toMatch(/^XM-DAC-\d+$/);
      }
    }
  });

  it("carry no invented person, practice, presentation or attendance", () => {
    const invented = [
      ...demo.people.flatMap(({ roles }) => roles.map(({ organisation }) => organisation)),
      ...demo.practices.flatMap(({ implementers, partners }) => [...implementers, ...partners]),
      ...meetings.flatMap(({ agenda }) => agenda.map(({ presenter }) => presenter)),
      ...meetings.flatMap(({ attendance }) => attendance.map(({ organisation }) => organisation)),
      ...demo.groups.flatMap(({ seats }) =>
        seats.flatMap(({ organisation, delegate, alternate }) =>
          delegate === null && alternate === null ? [] : [organisation],
        ),
      ),
    ];
    expect(invented.filter((key) => key !== null && real.includes(key))).toEqual([]);
  });

  it("are confirmed by nobody, for nobody could", () => {
    for (const { key, lastConfirmed } of demo.organisations) {
      expect(lastConfirmed === null).toBe(real.includes(key));
    }
  });

  it("are related to each other only, by public sources", () => {
    for (const { from, to, source } of demo.relationships) {
      expect(real.includes(from)).toBe(real.includes(to));
      if (real.includes(from)) expect(source).toMatch(/^https:|UN Network on Migration/);
    }
  });

  it("alone make up the real network", () => {
    for (const network of demo.networks.filter(({ fictional }) => !fictional)) {
      const members = network.members.map(({ organisation }) => organisation);
      expect(members.filter((key) => !real.includes(key))).toEqual([]);
      expect(network.source).toMatch(/^https:/);
    }
  });
});

describe("invented organisations", () => {
  it("say so by their identifier, and live below example.org", () => {
    for (const { key, identifiers, website } of demo.organisations) {
      if (real.includes(key)) continue;
      expect(identifiers).toEqual([{ scheme: "demo", value: key }]);
      if (website !== null) expect(website).toMatch(/^https:\/\/[a-z-]+\.example\.org$/);
    }
  });
});

describe("what is private", () => {
  const hidden = demo.organisations.filter(({ audience }) => audience === Audience.NOBODY);
  const open = new Set<string>([Audience.PUBLIC, Audience.NETWORK]);

  it("is one safe house, without address, website or language of its guests", () => {
    expect(hidden.map(({ key }) => key)).toEqual(["wrenfield-house"]);
    expect(hidden[0]).toMatchObject({ areas: [], website: null, languages: ["en"] });
  });

  it("hides the people of the safe house, and names it in no agenda, attendance or practice", () => {
    const keys = hidden.map(({ key }) => key);
    const staff = demo.people.filter(({ roles }) =>
      roles.some(({ organisation }) => keys.includes(organisation)),
    );
    expect(staff.map(({ audience }) => audience)).toEqual([Audience.NOBODY]);
    const shown = JSON.stringify([meetings, demo.practices, demo.viewers]);
    for (const word of [...keys, "Wrenfield", ...staff.map(({ key }) => key)]) {
      expect(shown).not.toContain(word);
    }
  });

  it("has edges, so that hiding them can be seen to work", () => {
    const edges = demo.relationships.filter(({ from, to }) =>
      hidden.some(({ key }) => key === from || key === to),
    );
    expect(edges.length).toBeGreaterThan(1);
    const seats = demo.groups.flatMap(({ seats: all }) => all.map((seat) => seat.organisation));
    expect(seats).toContain(hidden[0]?.key);
  });

  it("leaves people to the network, but for those who speak in public for someone", () => {
    const spoken = demo.people.filter(({ audience }) => audience === Audience.PUBLIC);
    expect(spoken.length).toBeLessThan(demo.people.length / 3);
    for (const { about } of spoken) expect(about).not.toBeNull();
    for (const { audience } of demo.people.filter(({ roles }) => roles.length === 0)) {
      expect(open.has(audience)).toBe(true);
    }
  });

  it("holds no address of anyone", () => {
    for (const file of readdirSync(new URL(".", import.meta.url), { recursive: true })) {
      if (!String(file).endsWith(".json")) continue;
      const json = readFileSync(new URL(String(file), import.meta.url), "utf8");
      expect(json).not.toMatch(/@|mailto:|tel:|\+\d{6}/);
    }
  });
});

describe("the viewers", () => {
  const roleOf = (key: string) => {
    const person = demo.viewers.find((viewer) => viewer.key === key)?.person ?? "";
    const [role] = demo.people.find((each) => each.key === person)?.roles ?? [];
    return { person, organisation: role?.organisation, access: role?.access };
  };

  it("are an officer of the secretariat of the country network", () => {
    const { organisation, access } = roleOf("secretariat");
    const country = demo.networks.find(({ kind }) => kind === "COUNTRY");
    expect(country?.members.find((m) => m.organisation === organisation)?.role).toBe("SECRETARIAT");
    expect(access).toBe("OWNER");
  });

  it("an editor of an organisation that has practices and seats", () => {
    const { organisation, access } = roleOf("organisation-editor");
    expect(access).toBe("EDITOR");
    const implementers = demo.practices.flatMap((practice) => practice.implementers);
    expect(implementers).toContain(organisation);
  });

  it("and a co-lead who is the delegate of that seat", () => {
    const { person, organisation } = roleOf("group-co-lead");
    const seats = demo.groups.flatMap((group) => group.seats);
    const seat = seats.find((each) => each.delegate === person && each.role === "CO_LEAD");
    expect(seat?.organisation).toBe(organisation);
  });
});
