import { readFileSync } from "node:fs";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { Kind, parse } from "graphql";
import { stakeholders } from "../src/definition.ts";
import { RelationshipStatus } from "../src/relationship/relationship.enum.ts";
import {
  buildHeldRole,
  buildMember,
  buildNetwork,
  buildOrganisation,
  buildPerson,
  buildTie,
  codeOf,
  daysFromToday,
  viewerOf,
} from "./factories.ts";

const { db, execute } = createHarness(stakeholders);

interface Step {
  readonly mutation: string;
  readonly input: object;
}

interface Case {
  readonly build: () => Promise<{ readonly id: string }>;
  /** Sent with a key; the other change follows, and what it made of the field must stand. */
  readonly first: object;
  readonly then: { readonly mutation?: string; readonly input: object };
  readonly field: string;
  readonly stands: string;
}

const [near, far] = [daysFromToday(10), daysFromToday(30)];
const renamed = {
  first: { name: "A" },
  then: { input: { name: "B" } },
  field: "name",
  stands: "B",
};
const ended = {
  first: { endDate: far },
  then: { input: { endDate: near } },
  field: "endDate",
  stands: near,
};

async function buildProposal() {
  const { id: proposerId } = await buildOrganisation(db());
  return buildTie(db(), { sourceId: proposerId, proposerId, status: RelationshipStatus.PROPOSED });
}

const CHANGES: Readonly<Record<string, Case>> = {
  updateOrganisation: { build: () => buildOrganisation(db()), ...renamed },
  confirmOrganisation: {
    build: () => buildOrganisation(db()),
    first: { on: "2024-01-01" },
    then: { input: { on: "2024-06-01" } },
    field: "lastConfirmedOn",
    stands: "2024-06-01",
  },
  updatePerson: { build: () => buildPerson(db()), ...renamed },
  updateNetwork: { build: () => buildNetwork(db()), ...renamed },
  endRole: { build: () => buildHeldRole(db()), ...ended },
  endNetworkMember: { build: () => buildMember(db()), ...ended },
  endRelationship: { build: () => buildTie(db()), ...ended },
  confirmRelationship: {
    build: buildProposal,
    first: {},
    then: { mutation: "endRelationship", input: { endDate: near } },
    field: "endDate",
    stands: near,
  },
};

/**
 * Their own tests send them twice: a creation makes one, what is deleted answers NOT_FOUND,
 * invitations are neither made nor taken back twice, with a key or without, and a cancelled import
 * answers its key the same. Messages, introductions and reports have a file of their own beside this one.
 */
const CREATIONS_AND_DELETIONS = [
  ...["createOrganisation", "createPerson", "createNetwork"],
  ...["addRole", "addNetworkMember", "proposeRelationship"],
  ...["deleteOrganisation", "deletePerson"],
  ...["inviteOrganisations", "revokeInvitation"],
  ...["startImport", "cancelImport"],
  ...["sendMessage", "replyToMessage", "blockSender"],
  ...["requestIntroduction", "answerIntroduction", "tellIntroductionOutcome"],
  ...["reportContent", "decideReport", "restoreContent"],
];

/** Sent twice further down, one after the other, since each needs what the one before it made. */
const IN_TURN = [
  ...["claimOrganisation", "decideOwnershipClaim", "mergeOrganisations", "undoOrganisationMerge"],
  ...["requestToJoinNetwork", "decideNetworkJoinRequest", "withdrawNetworkJoinRequest"],
];

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const send = ({ mutation, input }: Step, field: string, viewer = admin) =>
  execute(
    `mutation ($input: ${capitalised(mutation)}Input!) { ${mutation}(input: $input) { ${field} } }`,
    { viewer, input },
  );

it("knows every mutation of the schema", () => {
  const sdl = parse(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8"));
  const fields = sdl.definitions.flatMap((one) =>
    one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === "Mutation"
      ? (one.fields ?? [])
      : [],
  );
  const known = [...Object.keys(CHANGES), ...CREATIONS_AND_DELETIONS, ...IN_TURN];
  expect(fields.map(({ name }) => name.value).sort()).toEqual(known.sort());
});

it.each(Object.entries(CHANGES))(
  "has no second effect when %s is sent again with its key",
  async (mutation, { build, first, then, field, stands }) => {
    const { id } = await build();
    const keyed = { mutation, input: { id, ...first, idempotencyKey: mutation } };
    expect((await send(keyed, field)).errors).toBeUndefined();
    const other = { mutation: then.mutation ?? mutation, input: { id, ...then.input } };
    expect((await send(other, field)).errors).toBeUndefined();
    const again = await send(keyed, field);
    expect(again.errors).toBeUndefined();
    expect(again.data[mutation]).toEqual({ [field]: stands });
  },
);

it("claims, merges and asks to join once, for what is sent twice", async () => {
  const twice = async (mutation: string, input: object, viewer = admin): Promise<string> => {
    const keyed = { mutation, input: { ...input, idempotencyKey: newId("key") } };
    const [first, second] = [await send(keyed, "id", viewer), await send(keyed, "id", viewer)];
    expect([mutation, first.errors, second.errors]).toEqual([mutation, undefined, undefined]);
    expect(second.data).toEqual(first.data);
    return first.data[mutation].id as string;
  };
  const [{ id: from }, { id: into }] = [
    await buildOrganisation(db()),
    await buildOrganisation(db()),
  ];
  const claimant = buildViewer({ person: (await buildPerson(db())).id });
  const claim = await twice("claimOrganisation", { organisation: from, evidence: "Me" }, claimant);
  await twice("decideOwnershipClaim", { claim, decision: "APPROVE" });
  const merge = await twice("mergeOrganisations", { from, into });
  await twice("undoOrganisationMerge", { merge });
  const { id: network } = await buildNetwork(db());
  const ask = (organisation: string) =>
    twice("requestToJoinNetwork", { network, organisation, answers: [] });
  await twice("decideNetworkJoinRequest", { id: await ask(from), decision: "APPROVE" });
  await twice("withdrawNetworkJoinRequest", { id: await ask(into) });
});

it("tells nothing to who sends it again and no longer sees it", async () => {
  const { id } = await buildOrganisation(db());
  const input = { id, name: "A", audience: "NOBODY", idempotencyKey: "hidden" };
  const step = { mutation: "updateOrganisation", input };
  expect((await send(step, "name", viewerOf([{ id }]))).errors).toBeUndefined();
  expect(codeOf(await send(step, "name", buildViewer()))).toMatchObject({ code: "NOT_FOUND" });
});
