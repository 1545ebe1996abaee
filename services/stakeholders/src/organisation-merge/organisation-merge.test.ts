import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import * as fc from "fast-check";
import {
  buildHeldRole,
  buildMember,
  buildNetwork,
  buildOrganisation,
  buildPerson,
  buildTie,
  codeOf,
  secretariatOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { Relationship } from "../relationship/relationship.entity.ts";
import { RelationshipType } from "../relationship/relationship.enum.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { db, execute, told } = createHarness(stakeholders);

const MERGE = `mutation ($input: MergeOrganisationsInput!) { mergeOrganisations(input: $input) {
  id fromName mergedAt viewerCanUndo into { id mergedIds }
  stakeholderEdges(first: 100) { totalCount nodes { kind key label stays } } } }`;
const UNDO = `mutation ($input: UndoOrganisationMergeInput!) { undoOrganisationMerge(input: $input) {
  id undoneAt viewerCanUndo } }`;

const merge = (from: string, into: string, more: object = {}) =>
  execute(MERGE, { viewer: admin, input: { from, into }, ...more });
const undo = (id: string, viewer = admin) => execute(UNDO, { viewer, input: { merge: id } });

/** Every row that names an organisation here, as it stands: the edges as a multiset. */
async function allEdges(): Promise<unknown[]> {
  const rows = await db().query(`
    SELECT 'relationship' AS kind, id, source_id AS one, target_id AS other FROM relationship
    UNION ALL SELECT 'member', id, network_id, organisation_id FROM network_member
    UNION ALL SELECT 'role', id, person_id, organisation_id FROM role
    UNION ALL SELECT 'person', id, keeper_id, NULL FROM person
    UNION ALL SELECT 'identifier', scheme || value, organisation_id, NULL
      FROM organisation_identifier
    UNION ALL SELECT 'message', id, from_id, to_id FROM message
    UNION ALL SELECT 'block', id, owner_id, blocked_id FROM message_block
    ORDER BY 1, 2`);
  return rows;
}

const organisationsNow = () =>
  db().query("SELECT id, networks, merged_into_id FROM organisation ORDER BY id");

async function pair() {
  const network = await buildNetwork(db());
  const [from, into] = [await buildOrganisation(db()), await buildOrganisation(db())];
  for (const { id: organisationId } of [from, into]) {
    await buildMember(db(), { networkId: network.id, organisationId });
  }
  await db().query("UPDATE organisation SET networks = $1 WHERE id = ANY($2)", [
    [network.id],
    [from.id, into.id],
  ]);
  return { network, from, into };
}

it("says in a dry run what would move and what stays, moves just that, and takes it back", async () => {
  const { from, into, network } = await pair();
  const tie = await buildTie(db(), { sourceId: from.id });
  const between = await buildTie(db(), { sourceId: from.id, targetId: into.id });
  const role = await buildHeldRole(db(), { organisationId: from.id, access: RoleAccess.OWNER });
  const before = await allEdges();
  const dry = await merge(from.id, into.id, {
    input: { from: from.id, into: into.id, dryRun: true },
  });
  const planned = dry.data.mergeOrganisations;
  expect(planned).toMatchObject({ id: null, mergedAt: null, viewerCanUndo: false });
  const moves = planned.stakeholderEdges.nodes.filter(({ stays }: { stays: boolean }) => !stays);
  expect(moves.map(({ key }: { key: string }) => key)).toEqual([tie.id, role.id]);
  expect(planned.stakeholderEdges.nodes).toContainEqual(
    expect.objectContaining({ kind: "relationships", key: between.id, stays: true }),
  );
  expect(planned.stakeholderEdges.nodes).toContainEqual(
    expect.objectContaining({ kind: "network members", label: `${network.name}: MEMBER` }),
  );
  expect(await allEdges()).toEqual(before);

  const done = (await merge(from.id, into.id)).data.mergeOrganisations;
  expect(done).toMatchObject({
    fromName: from.name,
    viewerCanUndo: true,
    into: { id: into.id, mergedIds: [from.id] },
  });
  // A relationship is called by its ends of now.
  const unnamed = ({ kind, key, stays }: Record<string, unknown>) => ({ kind, key, stays });
  expect(done.stakeholderEdges.nodes.map(unnamed)).toEqual(
    planned.stakeholderEdges.nodes.map(unnamed),
  );
  const moved = await db().manager.findOneByOrFail(Relationship, { id: tie.id });
  expect(moved.sourceId).toBe(into.id);
  expect(await told("OrganisationMerge")).toMatchObject([
    { id: done.id, payload: { from: from.id, into: into.id } },
  ]);
  const undone = await undo(done.id);
  expect(undone.data.undoOrganisationMerge).toMatchObject({ id: done.id, viewerCanUndo: false });
  expect(await allEdges()).toEqual(before);
  expect(await told("OrganisationMerge")).toMatchObject([{ id: done.id, payload: null }]);
  expect(codeOf(await undo(done.id))).toMatchObject({ code: "CONFLICT" });
});

it("leads from the old id to the new one, over several merges, and lists the old one nowhere", async () => {
  const organisations = await Promise.all([1, 2, 3].map(() => buildOrganisation(db())));
  const [first = "", second = "", third = ""] = organisations.map(({ id }) => id);
  const earlier = (await merge(first, second)).data.mergeOrganisations.id;
  const later = (await merge(second, third)).data.mergeOrganisations.id;
  const query = `query ($id: ID!, $ids: [ID!]) { organisation(id: $id) { id }
    _entities(representations: [{ __typename: "Organisation", id: "${first}" }]) {
      ... on Organisation { id } }
    organisations(filter: { ids: $ids }) { totalCount } }`;
  const { data } = await execute(query, { viewer: admin, id: first, ids: [first, second] });
  expect(data).toMatchObject({
    organisation: { id: third },
    _entities: [{ id: third }],
    organisations: { totalCount: 0 },
  });
  expect(codeOf(await undo(earlier))).toMatchObject({ code: "CONFLICT" });
  const history = `query ($id: ID!) { organisation(id: $id) { merges(first: 5) {
    nodes { id undoneAt } } } }`;
  const shown = await execute(history, { viewer: admin, id: third });
  expect(shown.data.organisation.merges.nodes).toEqual([{ id: later, undoneAt: null }]);
  const others = await execute(history, { viewer: buildViewer(), id: third });
  expect(others.data.organisation.merges.nodes).toEqual([]);
  await undo(later);
  await undo(earlier);
  const after = await execute(query, { viewer: admin, id: first, ids: [first, second] });
  expect(after.data).toMatchObject({
    organisation: { id: first },
    organisations: { totalCount: 2 },
  });
});

describe("who may merge", () => {
  it("lets the secretariat merge within its network, and take back only its own", async () => {
    const { network, from, into } = await pair();
    const secretariat = secretariatOf(network);
    const another = secretariatOf(await buildNetwork(db()));
    expect(codeOf(await merge(from.id, into.id, { viewer: another }))).toMatchObject({
      code: "FORBIDDEN",
    });
    const done = await merge(from.id, into.id, { viewer: secretariat });
    const { id } = done.data.mergeOrganisations;
    expect(codeOf(await undo(id, another))).toMatchObject({ code: "NOT_FOUND" });
    expect(codeOf(await undo(id, secretariat))).toBeUndefined();
  });

  it("lets it take in a record of nobody's, and no one that has an owner elsewhere", async () => {
    const { network, into } = await pair();
    const secretariat = secretariatOf(network);
    const { id } = await buildOrganisation(db());
    const { organisationId } = await buildHeldRole(db(), { access: RoleAccess.OWNER });
    expect(codeOf(await merge(id, into.id, { viewer: secretariat }))).toBeUndefined();
    expect(codeOf(await merge(organisationId, into.id, { viewer: secretariat }))).toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("refuses an anonymous viewer, whoever does not see both, and one and the same", async () => {
    const { from, into, network } = await pair();
    expect(codeOf(await merge(from.id, into.id, { viewer: null }))).toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const hidden = await buildOrganisation(db(), { audience: "NOBODY" as never });
    expect(
      codeOf(await merge(hidden.id, into.id, { viewer: secretariatOf(network) })),
    ).toMatchObject({ code: "NOT_FOUND" });
    expect(codeOf(await merge(into.id, into.id))).toMatchObject({ field: "into" });
  });

  it("tells a secretariat of no edge that it does not see", async () => {
    const { network, from, into } = await pair();
    const secret = await buildNetwork(db(), { audience: "NOBODY" as never });
    const member = await buildMember(db(), { networkId: secret.id, organisationId: from.id });
    const proposal = await buildTie(db(), { targetId: from.id, isTakenDown: true });
    const viewer = secretariatOf(network);
    const input = { from: from.id, into: into.id, dryRun: true };
    const dry = JSON.stringify(await execute(MERGE, { viewer, input }));
    for (const { id } of [member, proposal]) expect(dry).not.toContain(id);
    const all = JSON.stringify(await execute(MERGE, { viewer: admin, input }));
    for (const { id } of [member, proposal]) expect(all).toContain(id);
  });
});

it("keeps the multiset of edges over any merges and their undoing, in generated networks", async () => {
  const people = await Promise.all([1, 2].map(() => buildPerson(db())));
  const networks = await Promise.all([1, 2].map(() => buildNetwork(db())));
  const size = 4;
  const end = fc.nat({ max: size - 1 });
  const edge = fc.record({
    kind: fc.nat({ max: 4 }),
    one: end,
    other: end,
    at: fc.nat({ max: 1 }),
  });
  const steps = fc.array(fc.tuple(end, end), { minLength: 1, maxLength: 3 });
  const property = fc.asyncProperty(
    fc.array(edge, { minLength: 3, maxLength: 12 }),
    steps,
    async (edges, merges) => {
      const made = await Promise.all(Array.from({ length: size }, () => buildOrganisation(db())));
      const ids = made.map(({ id }) => id);
      for (const one of edges) await draw(one, { ids, people, networks });
      const [before, standing] = [await allEdges(), await organisationsNow()];
      const done: string[] = [];
      for (const [from, into] of merges) {
        const { data } = await merge(ids[from] ?? "", ids[into] ?? "");
        if (data?.mergeOrganisations) done.push(data.mergeOrganisations.id);
        // Whatever moves, no row is lost or made on the way.
        expect((await allEdges()).length).toBe(before.length);
      }
      for (const id of done.reverse()) expect(codeOf(await undo(id))).toBeUndefined();
      expect(await allEdges()).toEqual(before);
      const settled = await organisationsNow();
      expect(settled.map(({ id }: { id: string }) => id)).toEqual(
        standing.map(({ id }: { id: string }) => id),
      );
    },
  );
  await fc.assert(property, { numRuns: 12 });
});

interface Drawn {
  readonly kind: number;
  readonly one: number;
  readonly other: number;
  readonly at: number;
}

/** One edge of a generated network; what the tables refuse is left out. */
async function draw(
  { kind, one, other, at }: Drawn,
  made: {
    readonly ids: readonly string[];
    readonly people: readonly { readonly id: string }[];
    readonly networks: readonly { readonly id: string }[];
  },
): Promise<void> {
  const { ids, people, networks } = made;
  const organisationId = ids[one] ?? "";
  const target = ids[other] ?? "";
  const [sourceId = "", targetId = ""] = [organisationId, target].sort();
  try {
    if (kind === 0) await buildTie(db(), { type: RelationshipType.PARTNER, sourceId, targetId });
    if (kind === 1) await buildTie(db(), { sourceId: organisationId, targetId: target });
    if (kind === 2) {
      await buildMember(db(), { networkId: networks[at]?.id ?? "", organisationId });
    }
    if (kind === 3) await buildHeldRole(db(), { organisationId, personId: people[at]?.id ?? null });
    if (kind === 4) {
      await db().query(
        "INSERT INTO message_block (id, owner_id, blocked_id, created_at) VALUES ($1, $2, $3, now())",
        [newId("blk"), organisationId, target],
      );
    }
  } catch {
    // Another edge of the kind stands between the two, or it would be one with itself.
  }
}
