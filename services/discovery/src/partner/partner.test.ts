import { createHarness } from "@convene/shared/testing/harness";
import { discovery } from "../definition.ts";
import { PartnerCandidateRepository } from "./partner-candidate.repository.ts";
import {
  buildOrganisation,
  buildPractice,
  buildRelationship,
  buildSeat,
  buildWorkingGroup,
  tellAll,
} from "../../test/factories.ts";

const harness = createHarness(discovery);
const FIND = `query (
  $for: ID!, $brief: String, $objectives: [Int!], $context: PartnerContext,
  $filter: OrganisationSearchFilter, $first: Int, $after: String
) {
  findPartners(
    for: $for, brief: $brief, objectives: $objectives, context: $context, filter: $filter
    first: $first, after: $after
  ) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      organisation { id } score reasons { kind values weight sentence }
      introduction { steps { from { id } to { id } kind reason } }
    }
  }
}`;

const seeker = buildOrganisation({ objectives: [7, 13], countries: ["GB"], sectors: ["Housing"] });
const best = buildOrganisation({ objectives: [7, 13], countries: ["KE"], sectors: ["Housing"] });
const good = buildOrganisation({ objectives: [7], countries: ["GB", "PH"], languages: ["fr"] });
const sameCountry = buildOrganisation({ objectives: [7], countries: ["GB"] });
const partner = buildOrganisation({ objectives: [7, 13], countries: ["MA"] });
const other = buildOrganisation({ objectives: [20], countries: ["JO"], languages: ["ar"] });
const hidden = buildOrganisation({ objectives: [7, 13], countries: ["KE"] });
hidden.payload["protection"] = { audience: "NOBODY", organisations: [hidden.id], networks: [] };
const group = buildWorkingGroup({ name: "Alternatives to detention" });
const practice = buildPractice({ objectives: [13], implementers: [best.id] });

beforeAll(async () => {
  await tellAll(
    harness,
    ...[seeker, best, good, sameCountry, partner, other, hidden, group, practice],
    buildRelationship({ source: seeker.id, target: partner.id }),
    buildRelationship({ source: good.id, target: partner.id }),
    buildSeat({ group: group.id, organisation: seeker.id }),
    buildSeat({ group: group.id, organisation: best.id }),
  );
});

interface Node {
  organisation: { id: string };
  score: number;
  reasons: { kind: string; values: string[]; weight: number; sentence: string }[];
  introduction: { steps: { from: { id: string }; to: { id: string } }[] } | null;
}

const find = async (variables: object = {}) => {
  const { data, errors } = await harness.execute(FIND, { for: seeker.id, ...variables });
  expect(errors).toBeUndefined();
  return data.findPartners;
};
const idsOf = ({ nodes }: { nodes: Node[] }) => nodes.map(({ organisation }) => organisation.id);

it("ranks organisations on the same objectives in another country; partners and hidden ones are none", async () => {
  expect(idsOf(await find())).toEqual([best.id, good.id]);
});

it("gives its reasons, which add up to the score", async () => {
  const { nodes }: { nodes: Node[] } = await find();
  const [first, second] = nodes;
  const kinds = first?.reasons.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      "SHARED_OBJECTIVE",
      "SHARED_SECTOR",
      "SHARED_GROUP",
      "SHARED_LANGUAGE",
      "RESEMBLES_PARTNER",
      "PUBLISHED_PRACTICE",
      "DIFFERENT_CONTEXT",
    ]),
  );
  for (const { score, reasons } of nodes) {
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 3);
  }
  expect(first?.reasons).toContainEqual(
    expect.objectContaining({
      kind: "SHARED_GROUP",
      values: [group.id],
      sentence: "You sit in the same working group: Alternatives to detention",
    }),
  );
  expect(second?.reasons).toContainEqual(
    expect.objectContaining({ kind: "COMMON_PARTNER", values: [partner.id] }),
  );
});

it("narrows to objectives, and to the same or any country", async () => {
  expect(idsOf(await find({ objectives: [13] }))).toEqual([best.id]);
  expect(new Set(idsOf(await find({ context: "SAME_COUNTRY" })))).toEqual(
    new Set([sameCountry.id, good.id]),
  );
  expect(idsOf(await find({ context: "ANY" }))).toHaveLength(3);
});

it("starts cold: an organisation without a profile finds those who do what it asks for", async () => {
  const newcomer = buildOrganisation({ objectives: [], sectors: [], languages: [], countries: [] });
  await tellAll(harness, newcomer);
  expect(idsOf(await find({ for: newcomer.id }))).toEqual([]);
  const { nodes } = await find({ for: newcomer.id, objectives: [20] });
  expect(nodes).toHaveLength(1);
  expect(nodes[0]).toMatchObject({
    organisation: { id: other.id },
    reasons: expect.arrayContaining([
      expect.objectContaining({
        kind: "ASKED_OBJECTIVE",
        sentence: "Works on objective 20, as you ask",
      }),
    ]),
  });
});

it("pages by cursor", async () => {
  const one = await find({ first: 1 });
  expect(one).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  expect(idsOf(await find({ after: one.pageInfo.endCursor }))).toEqual([good.id]);
});

it("is null for an organisation that is hidden or does not exist", async () => {
  expect(await find({ for: hidden.id })).toBeNull();
  expect(await find({ for: "org_01h455vb4pex5vsknk084sn02q" })).toBeNull();
});

it("refuses an objective that is none, and a cursor of another list", async () => {
  const wrong = await harness.execute(FIND, { for: seeker.id, objectives: [24] });
  expect(wrong.errors?.[0]?.extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    field: "objectives",
  });
  for (const key of [[1], ["1", best.id], [1, "\0"], [1.5, best.id], [2 ** 40, best.id]]) {
    const after = Buffer.from(JSON.stringify(key)).toString("base64url");
    const cursor = await harness.execute(FIND, { for: seeker.id, after });
    expect(cursor.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "after",
    });
  }
});

it("finds by a brief in plain words, for who has no profile yet", async () => {
  const newcomer = buildOrganisation({ objectives: [], sectors: [], languages: [], countries: [] });
  const shelter = buildOrganisation({
    name: "Casa Abierta",
    description: "Refugio para mujeres víctimas de trata",
    objectives: [10],
    countries: ["MX"],
  });
  await tellAll(harness, newcomer, shelter);
  const { nodes } = await find({
    for: newcomer.id,
    brief: "Buscamos un refugio para víctimas de TRATA, or housing in Kenya",
  });
  expect(idsOf({ nodes })).toEqual(expect.arrayContaining([shelter.id, best.id]));
  expect(nodes[0]).toMatchObject({
    organisation: { id: shelter.id },
    reasons: expect.arrayContaining([expect.objectContaining({ kind: "BRIEF" })]),
  });
  expect(idsOf(await find({ for: newcomer.id, brief: "zzzz" }))).toEqual([]);
});

it("finds who offers what one needs and needs what one offers, by the same words however spelled", async () => {
  const blank = { objectives: [], sectors: [], languages: [], countries: [] };
  const newcomer = buildOrganisation({ ...blank, needs: ["Intérpretes"], offers: ["a room"] });
  const giver = buildOrganisation({ ...blank, countries: ["PE"], offers: ["interpretes"] });
  const both = buildOrganisation({
    ...blank,
    countries: ["PE"],
    offers: ["INTERPRETES"],
    needs: ["A Room"],
  });
  await tellAll(harness, newcomer, giver, both);
  const { nodes }: { nodes: Node[] } = await find({ for: newcomer.id });
  expect(idsOf({ nodes })).toEqual([both.id, giver.id]);
  const [first, second] = nodes[0]?.reasons ?? [];
  expect([first, second].map((it) => [it?.kind, it?.values, it?.sentence])).toEqual([
    ["NEEDS_OFFERED", ["a room"], "Needs what you offer: a room"],
    ["OFFERS_NEEDED", ["Intérpretes"], "Offers what you need: Intérpretes"],
  ]);
  expect(idsOf(await find())).toEqual([best.id, good.id]);
});

it("keeps to what a filter of the search finds", async () => {
  const filter = { countries: { anyOf: ["PH"] } };
  expect(idsOf(await find({ filter }))).toEqual([good.id]);
});

it("tells the warmest way, over ties that the viewer sees", async () => {
  const { nodes }: { nodes: Node[] } = await find();
  const wayTo = (id: string) =>
    nodes.find(({ organisation }) => organisation.id === id)?.introduction?.steps;
  expect(wayTo(best.id)).toEqual([
    {
      from: { id: seeker.id },
      to: { id: best.id },
      kind: "SEAT",
      reason: expect.stringContaining("sit in the same working group: Alternatives to detention"),
    },
  ]);
  expect(wayTo(good.id)?.map(({ to }) => to.id)).toEqual([partner.id, good.id]);
});

it("takes two statements, however many are found", async () => {
  expect(await harness.sqlOf(() => find())).toHaveLength(2);
});

it("tells nobody of who does not wish it, neither as a hit nor in a reason nor on the way, but itself", async () => {
  const closed = { isOpenToPartners: false };
  const withdrawn = [best, partner].map((told) => ({
    ...told,
    payload: { ...told.payload, ...closed },
  }));
  await tellAll(harness, ...withdrawn);
  const answer = await find({ context: "ANY" });
  for (const { id } of withdrawn) expect(JSON.stringify(answer)).not.toContain(id);
  expect(idsOf(answer)).toContain(good.id);
  const { nodes }: { nodes: Node[] } = await find({ for: partner.id, context: "ANY" });
  expect(idsOf({ nodes })).not.toContain(seeker.id);
  expect(idsOf({ nodes })).toContain(sameCountry.id);
  // As a large network is asked that is still being read anew.
  const candidates = new PartnerCandidateRepository(harness.db().manager);
  const told = [best.id, good.id, partner.id];
  expect([...(await candidates.visible(null, seeker.id, told))]).toEqual([good.id]);
  expect(new Set(await candidates.visible(null, best.id, told))).toEqual(
    new Set([best.id, good.id]),
  );
  const search = `{ searchOrganisations(first: 100) { nodes { id } } }`;
  const { data } = await harness.execute(search);
  expect(JSON.stringify(data)).toContain(best.id);
  await tellAll(harness, best, partner);
});
