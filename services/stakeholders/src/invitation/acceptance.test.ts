import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { buildHeldRole, buildNetwork, daysFromToday } from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { RoleAccess } from "../role/role.enum.ts";

const { execute, tell, told, service, db } = createHarness(stakeholders);

let made = 0;

/** Organisations that a new network has entered, and invited by several addresses each. */
async function invited(...emails: string[]) {
  const network = await buildNetwork(db());
  made += 1;
  const rows = emails.map((email) => `Invited ${made},${email}`);
  const csv = ["name,email", ...rows].join("\n");
  const { data } = await execute(
    `mutation ($input: InviteOrganisationsInput!) { inviteOrganisations(input: $input) {
      invitations { id organisation { id } } } }`,
    { viewer: admin, input: { network: network.id, csv } },
  );
  const invitations: { id: string; organisation: { id: string } }[] =
    data.inviteOrganisations.invitations;
  const ids = invitations.map(({ id }) => id);
  return { network: network.id, ids, organisation: invitations[0]?.organisation.id ?? "" };
}

/** As the service of accounts tells it: the account was made with the acceptance, or before. */
async function accept(invitation: string, person = newId("per")) {
  const account = {
    type: "Account",
    id: `acc_${person}`,
    payload: { person, name: "Bo Lindqvist" },
  };
  await tell("identity", account, { type: "Acceptance", id: invitation, payload: { person } });
  return person;
}

const owned = async (person: string) => (await service().claims(person)).organisations;

const outcomeOf = async (id: string) =>
  (
    (await told("Invitation")).find((change) => change.id === id)?.payload as {
      outcome: string;
    } | null
  )?.outcome;

const remove = (field: string, id: string) =>
  execute(`mutation ($id: ID!) { ${field}(input: { id: $id }) { id } }`, { viewer: admin, id });

it("makes the person of an account once, and whoever accepts an owner, however often it is told", async () => {
  const { ids, organisation } = await invited("lab@example.org");
  const [id = ""] = ids;
  const person = await accept(id);
  expect(await owned(person)).toEqual([{ id: organisation, role: "OWNER" }]);
  expect(await outcomeOf(id)).toBe("ACCEPTED");
  const seen = await execute(`query ($id: ID!) { person(id: $id) { name audience } }`, {
    viewer: admin,
    id: person,
  });
  expect(seen.data.person).toEqual({ name: "Bo Lindqvist", audience: "NOBODY" });
  await service().parts.feeds.rebuild();
  await accept(id, person);
  expect(await owned(person)).toHaveLength(1);
  expect((await remove("revokeInvitation", id)).errors?.[0]?.extensions["code"]).toBe("CONFLICT");
});

it("forgets with a person what was mailed to them, and makes nobody anew when it is told again", async () => {
  const { ids } = await invited("erased@example.org", "stays@example.org");
  const [id = "", other = ""] = ids;
  const person = await accept(id);
  expect((await remove("deletePerson", person)).errors).toBeUndefined();
  await service().parts.feeds.rebuild();
  await accept(id, person);
  expect(await owned(person)).toEqual([]);
  expect((await told("Person")).find((change) => change.id === person)?.payload).toBeNull();
  expect(await outcomeOf(id)).toBeUndefined();
  expect(await outcomeOf(other)).toBe("REFUSED");
  const stored: { text: string }[] = await db().query(
    `SELECT to_jsonb(t)::text AS text FROM invitation AS t
     UNION ALL SELECT to_jsonb(t)::text FROM outbox AS t`,
  );
  expect(stored.some(({ text }) => text.includes("erased@example.org"))).toBe(false);
});

it("gives an organisation to the first who accepts, and ends its other invitations", async () => {
  const { ids, organisation } = await invited("one@example.org", "two@example.org");
  const [first = "", second = ""] = ids;
  const winner = await accept(first);
  expect([await outcomeOf(first), await outcomeOf(second)]).toEqual(["ACCEPTED", "REFUSED"]);
  // Also where the other one had been accepted before this was heard of.
  expect(await owned(await accept(second))).toEqual([]);
  expect(await owned(winner)).toEqual([{ id: organisation, role: "OWNER" }]);
});

it("refuses what somebody owns by now, what was taken back, and what has left the network", async () => {
  const [taken, revoked, left] = [
    await invited("a@example.org"),
    await invited("b@example.org"),
    await invited("c@example.org"),
  ];
  await buildHeldRole(db(), { organisationId: taken.organisation, access: RoleAccess.OWNER });
  await remove("revokeInvitation", revoked.ids[0] ?? "");
  const end = "UPDATE network_member SET end_date = $2 WHERE network_id = $1";
  await db().query(end, [left.network, daysFromToday(0)]);
  for (const { ids } of [taken, revoked, left]) {
    const [id = ""] = ids;
    expect(await owned(await accept(id))).toEqual([]);
    expect(await outcomeOf(id)).toBe("REFUSED");
  }
});

it("forgets invitations three months after their end, and those of an organisation that is deleted", async () => {
  const { ids } = await invited("old@example.org", "young@example.org");
  const [old = "", young = ""] = ids;
  const age = "UPDATE invitation SET expires_at = now() - make_interval(days => $2) WHERE id = $1";
  await db().query(age, [old, 91]);
  await db().query(age, [young, 89]);
  await service().keepToRetention();
  expect([await outcomeOf(old), await outcomeOf(young)]).toEqual([undefined, null]);

  const gone = await invited("gone@example.org");
  expect((await remove("deleteOrganisation", gone.organisation)).errors).toBeUndefined();
  expect(await outcomeOf(gone.ids[0] ?? "")).toBeUndefined();
  // Who has taken part has a history in the network.
  const kept = await invited("kept@example.org");
  await accept(kept.ids[0] ?? "");
  const { errors } = await remove("deleteOrganisation", kept.organisation);
  expect(errors?.[0]?.extensions["code"]).toBe("CONFLICT");
});
