import { readFileSync } from "node:fs";
import { Audience } from "@convene/shared/audience";
import { readDemoNetwork } from "../src/demo/demo-network.ts";

const today = "2026-11-23";
const demo = readDemoNetwork(new Date(today));
const meetings = [...demo.series.flatMap(({ occurrences }) => occurrences), ...demo.groupMeetings];
const keysOf = (list: readonly { readonly key: string }[]): string[] => list.map(({ key }) => key);
const missing = (named: readonly (string | null)[], from: readonly { key: string }[]): unknown[] =>
  named.filter((key) => key !== null && !keysOf(from).includes(key));

const referenceIds = (path: string): unknown[] => {
  const json = readFileSync(new URL(`../../services/${path}.json`, import.meta.url), "utf8");
  return (JSON.parse(json) as { items: { id: unknown }[] }).items.map(({ id }) => id);
};

describe("the size of the demo network", () => {
  it("is that of a country group of 25 to 40 organisations", () => {
    expect(demo.organisations.length).toBeGreaterThanOrEqual(25);
    expect(demo.organisations.length).toBeLessThanOrEqual(40);
    expect(demo.people.length).toBeGreaterThanOrEqual(38);
    expect(demo.relationships).toHaveLength(60);
    expect(demo.practices).toHaveLength(12);
    expect(demo.groups.filter(({ kind }) => kind === "THEMATIC")).toHaveLength(6);
    expect(demo.groups.filter(({ kind }) => kind === "PLENARY")).toHaveLength(1);
    expect(demo.series).toHaveLength(1);
  });

  it("covers every objective, most categories of paragraph 44 and at least eight countries", () => {
    const objectives = new Set(demo.organisations.flatMap((each) => each.objectives));
    expect(objectives.size).toBe(23);
    expect(new Set(demo.organisations.map(({ category }) => category)).size).toBeGreaterThan(12);
    const countries = demo.organisations
      .filter((each) => each.fictional)
      .flatMap((o) => o.countries);
    expect(new Set(countries).size).toBeGreaterThanOrEqual(8);
  });

  it("has people with no organisation, and every practice state", () => {
    expect(demo.people.filter(({ roles }) => roles.length === 0)).toHaveLength(3);
    expect(new Set(demo.practices.map(({ state }) => state)).size).toBe(3);
  });

  it("answers 'same objective, another country' for at least fifteen objectives", () => {
    const found = [...Array(23).keys()].filter((index) => {
      const holders = demo.organisations.filter(
        (each) =>
          each.fictional &&
          each.audience === Audience.PUBLIC &&
          each.objectives.includes(index + 1),
      );
      const inBritain = holders.filter(({ countries }) => countries.includes("GB"));
      const elsewhere = holders.filter(({ countries }) => countries.some((code) => code !== "GB"));
      return inBritain.length > 0 && elsewhere.length > 0;
    });
    expect(found.length).toBeGreaterThanOrEqual(15);
  });
});

describe("keys and vocabularies", () => {
  it("name each thing once", () => {
    const lists = [demo.organisations, demo.people, demo.networks, demo.groups, demo.practices];
    for (const list of [...lists, meetings, demo.viewers]) {
      expect(new Set(keysOf(list)).size).toBe(list.length);
    }
    for (const list of [demo.organisations, demo.people, demo.networks]) {
      expect(new Set(list.map(({ names }) => names["en"])).size).toBe(list.length);
    }
    const acronyms = demo.organisations.flatMap(({ acronym }) => acronym ?? []);
    expect(new Set(acronyms).size).toBe(acronyms.length);
    const websites = demo.organisations.flatMap(({ website }) => website ?? []);
    expect(new Set(websites).size).toBe(websites.length);
    expect(new Set(demo.groups.map(({ code }) => code)).size).toBe(demo.groups.length);
  });

  it("point at organisations, people, groups and practices that exist", () => {
    const seats = demo.groups.flatMap((group) => group.seats);
    const agenda = meetings.flatMap((meeting) => meeting.agenda);
    const attendance = meetings.flatMap((meeting) => meeting.attendance);
    const namedOrganisations = [
      ...demo.people.flatMap(({ roles }) => roles.map((role) => role.organisation)),
      ...demo.networks.flatMap(({ members }) => members.map((member) => member.organisation)),
      ...demo.relationships.flatMap(({ from, to }) => [from, to]),
      ...seats.map((seat) => seat.organisation),
      ...agenda.map((item) => item.presenter),
      ...attendance.map((row) => row.organisation),
      ...demo.practices.flatMap(({ implementers, partners }) => [...implementers, ...partners]),
    ];
    const namedPeople = [
      ...seats.flatMap(({ delegate, alternate }) => [delegate, alternate]),
      ...attendance.map((row) => row.person),
      ...demo.viewers.map(({ person }) => person),
    ];
    expect(missing(namedOrganisations, demo.organisations)).toEqual([]);
    expect(missing(namedPeople, demo.people)).toEqual([]);
    expect(
      missing(
        agenda.map(({ practice }) => practice),
        demo.practices,
      ),
    ).toEqual([]);
    const namedGroups = [...demo.series, ...demo.groupMeetings].map(({ group }) => group);
    expect(missing(namedGroups, demo.groups)).toEqual([]);
    expect(
      missing(
        demo.groups.map(({ network }) => network),
        demo.networks,
      ),
    ).toEqual([]);
  });

  it("use the ids of the reference data", () => {
    const categories = referenceIds("stakeholders/reference/stakeholder-categories");
    const sectors = referenceIds("stakeholders/reference/sectors");
    const types = referenceIds("practices/reference/practice-types");
    for (const each of demo.organisations) {
      expect(categories).toContain(each.category);
      expect(sectors).toEqual(expect.arrayContaining(each.sectors));
    }
    for (const { type } of demo.practices) expect(types).toContain(type);
  });
});

describe("the dates", () => {
  const periods = [
    ...demo.people.flatMap(({ roles }) => roles),
    ...demo.networks.flatMap(({ members }) => members),
    ...demo.groups.flatMap(({ seats }) => seats),
    ...demo.relationships,
    ...demo.practices,
  ];

  it("begin in the past and end after they begin", () => {
    for (const { start, end } of periods) {
      if (start !== null) expect(start <= today).toBe(true);
      if (start !== null && end !== null) expect(start < end).toBe(true);
    }
    for (const { lastConfirmed } of demo.organisations) {
      if (lastConfirmed !== null) expect(lastConfirmed <= today).toBe(true);
    }
  });

  it("end exactly the relationships that are said to have ended", () => {
    for (const { status, end } of demo.relationships) {
      expect(end !== null && end <= today).toBe(status === "ENDED");
    }
    expect(demo.relationships.filter(({ status }) => status === "ENDED").length).toBeGreaterThan(2);
    expect(demo.relationships.filter(({ status }) => status === "PROPOSED").length).toBeGreaterThan(
      2,
    );
  });

  it("publish a practice after it began, and only when it is published", () => {
    for (const { state, start, publishedAt } of demo.practices) {
      expect(publishedAt !== null).toBe(state === "PUBLISHED");
      if (publishedAt !== null) expect(start < publishedAt && publishedAt <= today).toBe(true);
    }
  });
});

describe("the ties", () => {
  const byKey = new Map(demo.organisations.map((each) => [each.key, each]));

  it("join two different organisations, each pair once for one type", () => {
    for (const { from, to } of demo.relationships) expect(from).not.toBe(to);
    const ties = demo.relationships.map(({ from, type, to }) =>
      type === "PARTNER" ? [from, to].sort().join(" with ") : [from, type, to].join(" "),
    );
    expect(new Set(ties).size).toBe(ties.length);
  });

  it("leave no invented organisation alone", () => {
    const tied = new Set(demo.relationships.flatMap(({ from, to }) => [from, to]));
    const alone = demo.organisations.filter(({ key, fictional }) => fictional && !tied.has(key));
    expect(keysOf(alone)).toEqual([]);
  });

  it("give each network one secretariat, and each organisation one membership of it", () => {
    for (const { members } of demo.networks) {
      expect(members.filter(({ role }) => role === "SECRETARIAT")).toHaveLength(1);
      expect(new Set(members.map(({ organisation }) => organisation)).size).toBe(members.length);
    }
    const inNetworks = demo.networks.flatMap(({ members }) => members.map((m) => m.organisation));
    expect(keysOf(demo.organisations).filter((key) => !inNetworks.includes(key))).toEqual([]);
  });

  it("keep areas within the countries of their organisation", () => {
    for (const { areas, countries } of demo.organisations) {
      for (const { country, code } of areas) {
        expect(countries).toContain(country);
        expect(code.slice(0, 2)).toBe(country);
      }
    }
  });

  it("let implementers work where, and on what, their practice is about", () => {
    for (const { implementers, partners, countries, objectives } of demo.practices) {
      expect(partners.filter((key) => implementers.includes(key))).toEqual([]);
      for (const implementer of implementers) {
        const organisation = byKey.get(implementer);
        expect(countries.some((code) => organisation?.countries.includes(code))).toBe(true);
        expect(objectives.some((each) => organisation?.objectives.includes(each))).toBe(true);
      }
    }
  });
});
