import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildHiddenOrganisation,
  buildNetwork,
  buildOrganisation,
  buildTie,
  codeOf,
  daysFromToday,
  secretariatOf,
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { RelationshipStatus } from "./relationship.enum.ts";

const { db, execute, told } = createHarness(stakeholders);

const FIELDS = `id type name inverseName status startDate endDate knownFrom source { id } target { id }
  viewerCanConfirm viewerCanEnd`;
const PROPOSE = `mutation ($input: ProposeRelationshipInput!) {
  proposeRelationship(input: $input) { ${FIELDS} } }`;
const CONFIRM = `mutation ($input: ConfirmRelationshipInput!) {
  confirmRelationship(input: $input) { ${FIELDS} } }`;
const END = `mutation ($input: EndRelationshipInput!) { endRelationship(input: $input) { ${FIELDS} } }`;

const payloadOf = async (id: string) =>
  (await told("Relationship")).find((change) => change.id === id)?.payload;

async function buildEnds() {
  const [source, target] = [await buildOrganisation(db()), await buildOrganisation(db())];
  const input = { type: "FUNDS", source: source.id, target: target.id };
  return { source, target, input };
}

describe("proposeRelationship", () => {
  it("is a proposal where one side speaks, which only the people of both sides see", async () => {
    const { source, target, input } = await buildEnds();
    const viewer = viewerOf([source]);
    const said = { ...input, startDate: "2024-01-01", knownFrom: "Annual report" };
    const { id, ...made } = (await execute(PROPOSE, { viewer, input: said })).data
      .proposeRelationship;
    expect(made).toEqual({
      type: "FUNDS",
      name: "funds",
      inverseName: "is funded by",
      status: "PROPOSED",
      startDate: "2024-01-01",
      endDate: null,
      knownFrom: "Annual report",
      source: { id: source.id },
      target: { id: target.id },
      viewerCanConfirm: false,
      viewerCanEnd: true,
    });
    expect(await payloadOf(id)).toEqual({
      protection: { audience: "ORGANISATION", organisations: [source.id, target.id], networks: [] },
      type: "FUNDS",
      source: source.id,
      target: target.id,
      status: "PROPOSED",
      startDate: "2024-01-01",
      endDate: null,
    });
    const GET = `query ($id: ID!) { relationship(id: $id) { viewerCanConfirm } }`;
    expect((await execute(GET, { id })).data.relationship).toBeNull();
    const other = await execute(GET, { id, viewer: viewerOf([target]) });
    expect(other.data.relationship).toEqual({ viewerCanConfirm: true });
  });

  it("is confirmed at once where the viewer speaks for both", async () => {
    const network = await buildNetwork(db());
    const inNetwork = { networks: [network.id] };
    const ends = [
      await buildOrganisation(db(), inNetwork),
      await buildOrganisation(db(), inNetwork),
    ];
    const viewers = [admin, viewerOf(ends), secretariatOf(network)];
    const types = ["FUNDS", "HOSTS", "PARENT_OF"];
    for (const [index, viewer] of viewers.entries()) {
      const input = { type: types[index], source: ends[0]?.id, target: ends[1]?.id };
      const { data } = await execute(PROPOSE, { viewer, input });
      expect(data.proposeRelationship).toMatchObject({ status: "CONFIRMED" });
    }
  });

  it("is history at once where its end has come", async () => {
    const { input } = await buildEnds();
    const dates = { startDate: "2020-01-01", endDate: "2021-01-01" };
    const { data } = await execute(PROPOSE, { viewer: admin, input: { ...input, ...dates } });
    expect(data.proposeRelationship).toMatchObject({ status: "ENDED", ...dates });
  });

  it("refuses the same twice; of a type that is the same both ways, also turned round", async () => {
    const { source, target, input } = await buildEnds();
    const ask = (part: object) => execute(PROPOSE, { viewer: admin, input: { ...input, ...part } });
    expect((await ask({})).errors).toBeUndefined();
    expect(codeOf(await ask({}))).toMatchObject({ code: "CONFLICT" });
    const turned = { source: target.id, target: source.id };
    expect((await ask(turned)).errors).toBeUndefined();
    expect((await ask({ type: "PARTNER" })).errors).toBeUndefined();
    expect(codeOf(await ask({ ...turned, type: "PARTNER" }))).toMatchObject({ code: "CONFLICT" });
  });

  it("makes one relationship of the same request sent twice", async () => {
    const { input } = await buildEnds();
    const request = { viewer: admin, input: { ...input, idempotencyKey: "tie" } };
    const [first, second] = [await execute(PROPOSE, request), await execute(PROPOSE, request)];
    expect(second.data.proposeRelationship.id).toBe(first.data.proposeRelationship.id);
  });

  it("refuses anonymous viewers, third parties, itself, wrong dates, and knows nothing hidden", async () => {
    const { source, input } = await buildEnds();
    const hidden = await buildHiddenOrganisation(db());
    const ask = async (viewer: typeof admin | null, part: object = {}) =>
      codeOf(await execute(PROPOSE, { viewer, input: { ...input, ...part } }));
    expect(await ask(null)).toMatchObject({ code: "UNAUTHENTICATED" });
    const stranger = viewerOf([await buildOrganisation(db())], "OWNER");
    expect(await ask(stranger)).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(viewerOf([source], "DELEGATE"))).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(admin, { target: source.id })).toMatchObject({ field: "target" });
    const dates = { startDate: "2024-01-02", endDate: "2024-01-01" };
    expect(await ask(admin, dates)).toMatchObject({ field: "endDate" });
    expect(await ask(viewerOf([source]), { target: hidden.id })).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("confirmRelationship", () => {
  async function buildProposal() {
    const { source, target } = await buildEnds();
    const ends = { sourceId: source.id, targetId: target.id };
    const status = RelationshipStatus.PROPOSED;
    const tie = await buildTie(db(), { ...ends, status, proposerId: source.id });
    return { source, target, tie };
  }

  it("lets the other side confirm, and everybody who sees both ends see it", async () => {
    const { target, tie } = await buildProposal();
    const input = { id: tie.id, startDate: "2024-03-01" };
    const { data } = await execute(CONFIRM, { viewer: viewerOf([target]), input });
    const confirmed = { status: "CONFIRMED", startDate: "2024-03-01", viewerCanConfirm: false };
    expect(data.confirmRelationship).toMatchObject(confirmed);
    expect(await payloadOf(tie.id)).toMatchObject({ protection: { audience: "PUBLIC" } });
  });

  it("refuses anonymous viewers, the side that proposed, a second time, and strangers", async () => {
    const { source, target, tie } = await buildProposal();
    const ask = async (viewer: typeof admin | null, part: object = {}) =>
      codeOf(await execute(CONFIRM, { viewer, input: { id: tie.id, ...part } }));
    expect(await ask(null)).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(viewerOf([source], "OWNER"))).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(buildViewer())).toMatchObject({ code: "NOT_FOUND" });
    expect(await ask(viewerOf([target]))).toBeUndefined();
    expect(await ask(viewerOf([target]))).toMatchObject({ code: "CONFLICT" });
  });

  it("refuses a start behind the end that was proposed", async () => {
    const { tie } = await buildProposal();
    await db().query(`UPDATE relationship SET end_date = '2024-01-01' WHERE id = $1`, [tie.id]);
    const input = { id: tie.id, startDate: "2024-02-01" };
    expect(codeOf(await execute(CONFIRM, { viewer: admin, input }))).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "endDate",
    });
  });
});

describe("endRelationship", () => {
  it("ends it today, or on the day that is told, also one to come", async () => {
    const tie = await buildTie(db(), { startDate: "2024-01-01" });
    const other = await buildTie(db());
    const viewer = viewerOf([{ id: tie.targetId }, { id: other.sourceId }]);
    const { data } = await execute(END, { viewer, input: { id: tie.id } });
    const today = daysFromToday(0);
    expect(data.endRelationship).toMatchObject({ status: "ENDED", endDate: today });
    expect(await payloadOf(tie.id)).toMatchObject({ status: "ENDED", endDate: today });
    const endDate = daysFromToday(30);
    const later = await execute(END, { viewer, input: { id: other.id, endDate } });
    expect(later.data.endRelationship).toMatchObject({ status: "CONFIRMED", endDate });
  });

  it("is prolonged by who speaks for both sides only, and never when it has ended", async () => {
    const tie = await buildTie(db(), { endDate: daysFromToday(5) });
    const due = await buildTie(db(), { startDate: "2024-01-01", endDate: daysFromToday(0) });
    const [source, target] = [{ id: tie.sourceId }, { id: tie.targetId }];
    const ask = async (viewer: typeof admin, id: string, days: number) =>
      codeOf(await execute(END, { viewer, input: { id, endDate: daysFromToday(days) } }));
    expect(await ask(viewerOf([source], "OWNER"), tie.id, 6)).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(viewerOf([source, target]), tie.id, 6)).toBeUndefined();
    expect(await ask(viewerOf([target]), tie.id, 4)).toBeUndefined();
    expect(await ask(admin, due.id, 6)).toMatchObject({ code: "CONFLICT" });
  });

  it("takes a proposal away without a trace, and answers what it was", async () => {
    const status = RelationshipStatus.PROPOSED;
    const { source, target } = await buildEnds();
    const ends = { sourceId: source.id, targetId: target.id };
    const tie = await buildTie(db(), { ...ends, status, proposerId: source.id });
    const { data } = await execute(END, { viewer: viewerOf([target]), input: { id: tie.id } });
    expect(data.endRelationship).toMatchObject({ status: "PROPOSED" });
    expect(await payloadOf(tie.id)).toBeNull();
  });

  it("refuses anonymous viewers, third parties, a second end, wrong dates, and what is hidden", async () => {
    const tie = await buildTie(db(), { startDate: "2024-01-01" });
    const ended = await buildTie(db(), { status: RelationshipStatus.ENDED });
    const secret = await buildTie(db(), { targetId: (await buildHiddenOrganisation(db())).id });
    const ask = async (viewer: typeof admin | null, input: object) =>
      codeOf(await execute(END, { viewer, input }));
    expect(await ask(null, { id: tie.id })).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await ask(buildViewer(), { id: tie.id })).toMatchObject({ code: "FORBIDDEN" });
    expect(await ask(admin, { id: ended.id })).toMatchObject({ code: "CONFLICT" });
    const early = { id: tie.id, endDate: "2023-12-31" };
    expect(await ask(admin, early)).toMatchObject({ field: "endDate" });
    expect(await ask(buildViewer(), { id: secret.id })).toMatchObject({ code: "NOT_FOUND" });
  });
});

it("keeps an organisation that has ever had a relationship", async () => {
  const { sourceId } = await buildTie(db(), { status: RelationshipStatus.ENDED });
  const DELETE = `mutation ($id: ID!) { deleteOrganisation(input: { id: $id }) { id } }`;
  const answer = await execute(DELETE, { viewer: admin, id: sourceId });
  expect(codeOf(answer)).toMatchObject({ code: "CONFLICT" });
});
