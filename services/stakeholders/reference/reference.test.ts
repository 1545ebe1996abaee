import { readFileSync } from "node:fs";

type Item = Readonly<Record<string, unknown>>;
interface ReferenceFile {
  readonly source: string;
  readonly note: string;
  readonly items: readonly Item[];
}

const files = [
  "objectives",
  "guiding-principles",
  "sdgs",
  "stakeholder-categories",
  "regions",
  "review-events",
  "imrf-round-tables",
  "sectors",
  "org-id-lists",
];

const read = (name: string): ReferenceFile =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")) as ReferenceFile;

const column = (name: string, field: string): unknown[] =>
  read(name).items.map((item) => item[field]);
const ofKind = (name: string, kind: string): unknown[] =>
  read(name)
    .items.filter((item) => item["kind"] === kind)
    .map((item) => item["id"]);
const oneTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe.each(files)("the reference file %s", (name) => {
  it("says where it comes from and how to read it", () => {
    expect(read(name).source).toMatch(/\S{3}/);
    expect(read(name).note).toMatch(/\S{3}/);
  });

  it("gives every item one stable key", () => {
    const keys = read(name).items.map((item) => item["id"] ?? item["number"]);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("marks what was found, what is general knowledge and what is ours with known words only", () => {
    const words = read(name).items.flatMap((item) =>
      Object.entries(item).filter(([field]) => /status$/i.test(field)),
    );
    for (const [, word] of words) {
      expect(["found", "general", "inferred", "editorial", "proposal"]).toContain(word);
    }
  });
});

describe("the objectives of the Compact", () => {
  it("are 23, in order, each with a title and a short title", () => {
    expect(column("objectives", "number")).toEqual(oneTo(23));
    for (const { title, shortTitle } of read("objectives").items) {
      expect(title).toMatch(/^[A-Z].{20,}[^.]$/);
      expect(shortTitle).toMatch(/^[A-Z].{2,39}$/);
    }
  });

  it("keep the official wording, each title read in the resolution or in a source that is named", () => {
    expect(column("objectives", "title")[12]).toBe(
      "Use migration detention only as a measure of last resort and work towards alternatives",
    );
    expect(new Set(column("objectives", "titleStatus"))).toEqual(new Set(["found"]));
    const named = read("objectives").items.filter((item) => item["titleSource"] !== undefined);
    expect(named.map((item) => item["number"])).toEqual([9, 11]);
  });

  it("are divided among the four round tables of the review forum without rest or overlap", () => {
    const tables = read("imrf-round-tables").items;
    expect(tables.map((table) => table["number"])).toEqual([1, 2, 3, 4]);
    const all = tables.flatMap((table) => table["objectives"] as number[]);
    expect(all.sort((a, b) => a - b)).toEqual(oneTo(23));
    for (const objective of read("objectives").items) {
      const table = tables.find((each) => each["number"] === objective["roundTable"]);
      expect(table?.["objectives"]).toContain(objective["number"]);
    }
  });
});

describe("the other vocabularies of the Compact", () => {
  it("have ten guiding principles, a to j, whose summaries are marked as ours", () => {
    expect(column("guiding-principles", "letter").join("")).toBe("abcdefghij");
    expect(column("guiding-principles", "id")).toEqual([
      "people-centred",
      "international-cooperation",
      "national-sovereignty",
      "rule-of-law-and-due-process",
      "sustainable-development",
      "human-rights",
      "gender-responsive",
      "child-sensitive",
      "whole-of-government",
      "whole-of-society",
    ]);
    expect(new Set(column("guiding-principles", "summaryStatus"))).toEqual(new Set(["editorial"]));
  });

  it("have seventeen goals, whose targets belong to their goal and name real objectives", () => {
    expect(column("sdgs", "number")).toEqual(oneTo(17));
    for (const goal of read("sdgs").items) {
      for (const target of goal["migrationTargets"] as Item[]) {
        expect(target["code"]).toMatch(new RegExp(`^${String(goal["number"])}\\.[0-9a-z]+$`));
        expect(["direct", "related"]).toContain(target["link"]);
        const objectives = target["objectives"] as number[];
        expect(oneTo(23)).toEqual(expect.arrayContaining(objectives));
      }
    }
  });

  it("have target 10.7 as a direct link", () => {
    const targets = read("sdgs").items[9]?.["migrationTargets"] as Item[];
    expect(targets.find((target) => target["code"] === "10.7")).toMatchObject({ link: "direct" });
  });
});

describe("the categories of stakeholders", () => {
  it("follow the order of paragraph 44, the other actors after them", () => {
    const paragraph44 = read("stakeholder-categories").items.filter((item) => item["paragraph44"]);
    expect(paragraph44.map((item) => item["label"])).toEqual([
      "Migrants",
      "Civil society",
      "Migrant and diaspora organizations",
      "Faith-based organizations",
      "Local authorities and communities",
      "The private sector",
      "Trade unions",
      "Parliamentarians",
      "National human rights institutions",
      "The International Red Cross and Red Crescent Movement",
      "Academia",
      "The media",
      "Other relevant stakeholders",
    ]);
    expect(column("stakeholder-categories", "order")).toEqual(oneTo(17));
    expect(column("stakeholder-categories", "id").slice(13)).toEqual([
      "member-state",
      "un-system",
      "intergovernmental",
      "foundation",
    ]);
  });

  it("translate to the organisation types of IATI, of HR.info and of schema.org", () => {
    for (const { id, crosswalk } of read("stakeholder-categories").items) {
      const codes = crosswalk as Item;
      if (id === "migrants") expect(codes["iatiOrganisationType"]).toBeNull();
      else expect(codes["iatiOrganisationType"]).toMatch(/^\d\d$/);
      expect(typeof codes["hrinfoOrganizationType"]).toBe(id === "migrants" ? "object" : "number");
      expect(codes["schemaOrgType"]).toMatch(/^[A-Z]/);
    }
  });
});

describe("regions and reviews", () => {
  it("have five commissions, five groups, five regions of the Hub and six official languages", () => {
    expect(ofKind("regions", "regional-commission")).toEqual([
      "ECA",
      "ECE",
      "ECLAC",
      "ESCAP",
      "ESCWA",
    ]);
    expect(ofKind("regions", "un-group")).toHaveLength(5);
    expect(ofKind("regions", "hub-region")).toHaveLength(5);
    expect(ofKind("regions", "official-language").sort()).toEqual([
      "ar",
      "en",
      "es",
      "fr",
      "ru",
      "zh",
    ]);
  });

  it("have each commission once in each round of regional reviews", () => {
    const reviews = read("review-events").items.filter((item) => item["kind"] !== "imrf");
    for (const round of [1, 2]) {
      const commissions = reviews.filter((each) => each["round"] === round);
      expect(commissions.map((each) => each["commission"]).sort()).toEqual(
        ofKind("regions", "regional-commission"),
      );
    }
  });

  it("order the dates of every event, and keep the next forum four years after the first", () => {
    for (const { start, end } of read("review-events").items) {
      expect(start).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(String(end) >= String(start)).toBe(true);
    }
    const forums = read("review-events").items.filter((item) => item["kind"] === "imrf");
    expect(forums.map((forum) => String(forum["start"]).slice(0, 4))).toEqual(["2022", "2026"]);
  });

  it("propose sectors, and say that they are a proposal", () => {
    expect(new Set(column("sectors", "status"))).toEqual(new Set(["proposal"]));
    expect(column("sectors", "id").length).toBeGreaterThan(20);
  });
});
