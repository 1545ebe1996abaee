import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { Audience } from "@convene/shared/audience";
import { buildNetwork, buildOrganisation, secretariatOf } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";

const { execute, tell, told, sqlOf, service, db } = createHarness(stakeholders);

interface Inviting {
  readonly viewer: Viewer | null;
  readonly network: string;
  readonly rows: string;
  readonly resend?: boolean;
}

const invite = ({ viewer, network, rows, resend = false }: Inviting) =>
  execute(
    `mutation ($network: ID!, $csv: String!, $resend: Boolean) {
      inviteOrganisations(input: { network: $network, csv: $csv, resend: $resend }) {
        created resent unchanged skipped problems { line field reason cell }
        invitations { id state mailings organisation { id name } network { id } } } }`,
    { viewer, network, csv: `name,email\n${rows}`, resend },
  );

const problemsOf = async (inviting: Inviting) =>
  (await invite(inviting)).data.inviteOrganisations.problems;

it("is open to the secretariat of the network and administrators", async () => {
  const { id: network } = await buildNetwork(db());
  const other = secretariatOf(await buildNetwork(db()));
  const rows = "Ferrybridge Shelter,a@example.org";
  const codeOf = async (viewer: Viewer | null) =>
    (await invite({ viewer, network, rows })).errors?.[0]?.extensions["code"];
  expect(await codeOf(null)).toBe("UNAUTHENTICATED");
  expect(await codeOf(other)).toBe("FORBIDDEN");
  expect(await codeOf(secretariatOf({ id: network }))).toBeUndefined();
  const { errors } = await invite({ viewer: admin, network: "net_x", rows });
  expect(errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
  const bare = await execute(
    `mutation { inviteOrganisations(input: { network: "${network}", csv: "name\\nNo mail" }) { created } }`,
    { viewer: admin },
  );
  expect(bare.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
});

it("gives away neither what is hidden from the secretariat, nor what others have entered", async () => {
  const { id: network } = await buildNetwork(db());
  const viewer = secretariatOf({ id: network });
  const audience = Audience.NOBODY;
  const hidden = await buildOrganisation(db(), { name: "Lantern Yard", audience });
  const elsewhere = await buildNetwork(db());
  await buildOrganisation(db(), { name: "Quayside Advice", networks: [elsewhere.id] });
  const made = await invite({ viewer, network, rows: "Lantern Yard,a@example.org" });
  const [invitation] = made.data.inviteOrganisations.invitations;
  expect(invitation.organisation.id).not.toBe(hidden.id);
  expect(await problemsOf({ viewer, network, rows: "Quayside Advice,a@example.org" })).toEqual([
    expect.objectContaining({
      line: 2,
      field: "name",
      reason: expect.stringContaining("another network"),
    }),
  ]);
});

it("is told to the service of accounts, once for each mailing, and mailed again after an hour", async () => {
  const { id: network } = await buildNetwork(db());
  const viewer = secretariatOf({ id: network });
  const rows = "Harbour Kitchen,kitchen@example.org";
  const { data } = await invite({ viewer, network, rows });
  const [{ id }] = data.inviteOrganisations.invitations;
  const mailings = async () => {
    const change = (await told("Invitation")).find((each) => each.id === id);
    return (change?.payload as { mailings: number } | null)?.mailings;
  };
  expect(await mailings()).toBe(1);
  const again = { viewer, network, rows, resend: true };
  expect((await invite(again)).data.inviteOrganisations).toMatchObject({ resent: 0, unchanged: 1 });
  await service().parts.db.query(
    "UPDATE invitation SET mailed_at = now() - interval '2 hours' WHERE id = $1",
    [id],
  );
  expect((await invite({ ...again, resend: false })).data.inviteOrganisations.resent).toBe(0);
  expect((await invite(again)).data.inviteOrganisations.resent).toBe(1);
  expect(await mailings()).toBe(2);
  const revoke = `mutation { revokeInvitation(input: { id: "${id}" }) { state } }`;
  for (const _ of ["first", "again"]) {
    const { data: answer } = await execute(revoke, { viewer });
    expect(answer.revokeInvitation).toEqual({ state: "REVOKED" });
  }
  expect((await invite(again)).data.inviteOrganisations).toMatchObject({ created: 1 });
});

it("makes the person of an account once, and whoever accepts an owner, however often it is told", async () => {
  const { id: network } = await buildNetwork(db());
  const viewer = secretariatOf({ id: network });
  const { data } = await invite({ viewer, network, rows: "Rift Lakes Lab,lab@example.org" });
  const [{ id, organisation }] = data.inviteOrganisations.invitations;
  const person = "per_01h455vb4pex5vsknk084sn02q";
  const account = { type: "Account", id: "acc_1", payload: { person, name: "Bo Lindqvist" } };
  const acceptance = { type: "Acceptance", id, payload: { person } };
  await tell("identity", account, acceptance);
  const owned = async () => (await service().claims(person)).organisations;
  expect(await owned()).toEqual([{ id: organisation.id, role: "OWNER" }]);
  const seen = await execute(`query ($id: ID!) { person(id: $id) { name audience } }`, {
    viewer: admin,
    id: person,
  });
  expect(seen.data.person).toEqual({ name: "Bo Lindqvist", audience: "NOBODY" });

  const erase = `mutation { deletePerson(input: { id: "${person}" }) { id } }`;
  expect((await execute(erase, { viewer: admin })).errors).toBeUndefined();
  await service().parts.feeds.rebuild();
  await tell("identity", account, acceptance);
  expect(await owned()).toEqual([]);
  expect((await told("Person")).find((each) => each.id === person)?.payload).toBeNull();
  const taken = `mutation { revokeInvitation(input: { id: "${id}" }) { id } }`;
  expect((await execute(taken, { viewer })).errors?.[0]?.extensions["code"]).toBe("CONFLICT");
  const stranger = await execute(taken, { viewer: buildViewer() });
  expect(stranger.errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
});

it("lists the invitations of many networks in one statement, for their secretariats alone", async () => {
  const [{ id: one }, { id: two }] = [await buildNetwork(db()), await buildNetwork(db())];
  for (const network of [one, two]) {
    await invite({ viewer: admin, network, rows: `Invited by ${network},x@example.org` });
  }
  const query = `query ($ids: [_Any!]!) { _entities(representations: $ids) {
    ... on Network { id invitations(first: 5) { nodes { email } } } } }`;
  const ids = [one, two].map((id) => ({ __typename: "Network", id }));
  const viewer = secretariatOf({ id: one });
  const statements = await sqlOf(async () => {
    const { data } = await execute(query, { ids, viewer });
    expect(data._entities).toEqual([
      { id: one, invitations: { nodes: [{ email: "x@example.org" }] } },
      { id: two, invitations: { nodes: [] } },
    ]);
  });
  expect(statements).toHaveLength(2);
});
