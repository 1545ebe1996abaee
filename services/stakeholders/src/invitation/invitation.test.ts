import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import type { Viewer } from "@convene/shared/viewer";
import { Audience } from "@convene/shared/audience";
import {
  buildHeldRole,
  buildNetwork,
  buildOrganisation,
  daysFromToday,
  secretariatOf,
} from "../../test/factories.ts";
import { beginDay } from "../day/day.job.ts";
import { stakeholders } from "../definition.ts";
import { RoleAccess } from "../role/role.enum.ts";

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
        created resent unchanged skipped problems { line field reason code cell }
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

const problemOf = (reason: string) => [
  expect.objectContaining({ line: 2, field: "name", reason: expect.stringContaining(reason) }),
];

const NOT_ENTERED = "was not entered by an invitation of this network";

it("gives away nothing that the secretariat's own network has not entered, and tells no more of it", async () => {
  const { id: network } = await buildNetwork(db());
  const viewer = secretariatOf({ id: network });
  const audience = Audience.NOBODY;
  const hidden = await buildOrganisation(db(), { name: "Lantern Yard", audience });
  const made = await invite({ viewer, network, rows: "Lantern Yard,a@example.org" });
  const [invitation] = made.data.inviteOrganisations.invitations;
  expect(invitation.organisation.id).not.toBe(hidden.id);

  // What belongs to nobody, what another network has entered, and what somebody owns look alike.
  const elsewhere = await buildNetwork(db());
  const theirs = { networks: [elsewhere.id], enteredById: elsewhere.id };
  await buildOrganisation(db(), { name: "Unclaimed Trust" });
  const { id: taken } = await buildOrganisation(db(), { name: "Quayside Advice", ...theirs });
  const owned = await buildOrganisation(db(), { name: "Harbour Lights" });
  await buildHeldRole(db(), { organisationId: owned.id, access: RoleAccess.OWNER });
  for (const name of ["Unclaimed Trust", "Quayside Advice", "Harbour Lights"]) {
    const rows = `${name},a@example.org`;
    expect(await problemsOf({ viewer, network, rows })).toEqual(problemOf(NOT_ENTERED));
  }
  // To take it into one's own network first is of no use.
  const ADD = `mutation ($input: AddNetworkMemberInput!) { addNetworkMember(input: $input) { id } }`;
  const added = await execute(ADD, { viewer, input: { network, organisation: taken } });
  expect(added.errors).toBeUndefined();
  const rows = "Quayside Advice,me@example.org";
  expect(await problemsOf({ viewer, network, rows })).toEqual(problemOf(NOT_ENTERED));
  expect(await problemsOf({ viewer: admin, network, rows })).toEqual([]);
});

it("enters an organisation for its network alone, until its owner decides", async () => {
  const { id: network } = await buildNetwork(db());
  const { data } = await invite({ viewer: admin, network, rows: "Gate House,g@example.org" });
  const { id } = data.inviteOrganisations.invitations[0].organisation;
  const seen = async (viewer: Viewer | null) =>
    (await execute(`query ($id: ID!) { organisation(id: $id) { id } }`, { viewer, id })).data
      .organisation;
  expect(await seen(null)).toBeNull();
  expect(await seen(buildViewer({ networks: [{ id: network, role: "MEMBER" }] }))).toEqual({ id });
});

it("brings nothing back into the network that has left it", async () => {
  const { id: network } = await buildNetwork(db());
  const rows = "Mill Lane,mill@example.org";
  await invite({ viewer: secretariatOf({ id: network }), network, rows });
  await db().query(
    "UPDATE network_member SET start_date = '2020-01-01', end_date = $2 WHERE network_id = $1",
    [network, daysFromToday(0)],
  );
  await db().query("UPDATE invitation SET mailed_at = now() - interval '2 hours'");
  await beginDay(service().parts);
  const left = problemOf("has left the network");
  expect(await problemsOf({ viewer: admin, network, rows, resend: true })).toEqual(left);
  const another = { viewer: admin, network, rows: "Mill Lane,other@example.org" };
  expect(await problemsOf(another)).toEqual(left);
  const sql = "SELECT 1 FROM network_member WHERE network_id = $1 AND end_date IS NULL";
  expect(await db().query(sql, [network])).toEqual([]);
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
  const stranger = await execute(revoke, { viewer: buildViewer() });
  expect(stranger.errors?.[0]?.extensions["code"]).toBe("NOT_FOUND");
  for (const _ of ["first", "again"]) {
    const { data: answer } = await execute(revoke, { viewer });
    expect(answer.revokeInvitation).toEqual({ state: "REVOKED" });
  }
  expect((await invite(again)).data.inviteOrganisations).toMatchObject({ created: 1 });
});

it("skips whoever has asked not to be invited, in every network, and enters nothing for them", async () => {
  const [{ id: network }, { id: other }] = [await buildNetwork(db()), await buildNetwork(db())];
  const rows = "Quiet House,quiet@example.org";
  const { data } = await invite({ viewer: admin, network, rows });
  const [{ id }] = data.inviteOrganisations.invitations;
  await tell("identity", { type: "InvitationStop", id, payload: {} });
  const again = { viewer: secretariatOf({ id: other }), network: other, rows: `Loud ${rows}` };
  const answer = (await invite(again)).data.inviteOrganisations;
  expect(answer).toMatchObject({ created: 0, skipped: 1, invitations: [] });
  expect(answer.problems).toEqual([
    {
      ...{ line: 2, field: "email", cell: "quiet@example.org" },
      ...{ reason: "has asked not to be invited", code: "ASKED_NOT_TO_BE_INVITED" },
    },
  ]);
  expect(await db().query("SELECT 1 FROM organisation WHERE name LIKE 'Loud %'")).toEqual([]);
  await db().query("UPDATE invitation SET mailed_at = now() - interval '2 hours'");
  const resent = await invite({ viewer: admin, network, rows, resend: true });
  expect(resent.data.inviteOrganisations).toMatchObject({ resent: 0, skipped: 1 });
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
