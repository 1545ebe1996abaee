import { readFileSync } from "node:fs";

type Item = Readonly<Record<string, unknown>>;
interface ReferenceFile {
  readonly source: string;
  readonly note: string;
  readonly items: readonly Item[];
}
interface PracticeForm extends ReferenceFile {
  readonly criteria: readonly Item[];
  readonly review: { readonly states: readonly Item[]; readonly rules: Item };
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8"));

const form = read("practice-form") as PracticeForm;
const types = read("practice-types") as ReferenceFile;

describe("the form for practices", () => {
  it("asks for at least one objective, and keeps the focal point private", () => {
    const byId = new Map(form.items.map((field) => [field["id"], field]));
    expect(byId.get("primaryObjectives")).toMatchObject({ required: true, min: 1 });
    expect(byId.get("focalPoint")).toMatchObject({ required: true, private: true });
  });

  it("gives every field one id, a source and a status", () => {
    expect(new Set(form.items.map((field) => field["id"])).size).toBe(form.items.length);
    for (const field of form.items) {
      expect(["found", "general", "proposal"]).toContain(field["status"]);
      expect(["found", "proposal"]).toContain(field["requiredStatus"]);
      expect(field["source"]).toMatch(/\S{3}/);
    }
  });

  it("marks the states of a review as a proposal and the two rules of review as found", () => {
    expect(new Set(form.review.states.map((state) => state["status"]))).toEqual(
      new Set(["proposal"]),
    );
    expect(form.review.rules).toMatchObject({
      minInternalReviewersUN: 1,
      minExternalReviewersNonUN: 2,
      status: "found",
    });
  });

  it("names the source of each of the eight criteria", () => {
    expect(form.criteria).toHaveLength(8);
    for (const criterion of form.criteria) expect(criterion["source"]).toMatch(/\w+\.\w+|submit/);
  });
});

describe("the types of practice", () => {
  it("are a proposal, each with one id and a label", () => {
    expect(types.note).toMatch(/^Proposal/);
    expect(new Set(types.items.map((type) => type["id"])).size).toBe(9);
    for (const type of types.items) {
      expect(type["status"]).toBe("proposal");
      expect(type["label"]).toMatch(/^[A-Z]/);
    }
  });

  it("are what the form offers", () => {
    expect(form.items.find((field) => field["id"] === "typeOfPractice")).toMatchObject({
      vocabulary: "practice-types",
    });
  });
});
