import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import {
  buildHeldRole,
  buildMember,
  buildOrganisation,
  buildPerson,
  buildTie,
  daysFromToday,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";
import { beginDay } from "./day.job.ts";

const { db, execute, service, told } = createHarness(stakeholders);

const payloadOf = async (type: string, id: string) =>
  (await told(type)).find((change) => change.id === id)?.payload;

it("moves those whose roles and memberships have begun or run out, and tells of them", async () => {
  const ended = { startDate: "2020-01-01", endDate: daysFromToday(0) };
  const left = await buildOrganisation(db(), { networks: ["net_left"] });
  const person = await buildPerson(db(), {
    organisations: [left.id],
    roleOrganisations: [left.id],
    networks: ["net_left"],
  });
  await buildHeldRole(db(), { personId: person.id, organisationId: left.id, ...ended });
  const role = await buildHeldRole(db(), { personId: person.id });
  const { organisationId } = role;
  const { networkId } = await buildMember(db(), { organisationId });
  await buildMember(db(), { organisationId: left.id, ...ended });
  await beginDay(service().parts);
  expect(await payloadOf("Organisation", left.id)).toMatchObject({ protection: { networks: [] } });
  expect(await payloadOf("Organisation", organisationId)).toMatchObject({
    protection: { networks: [networkId] },
  });
  expect(await payloadOf("Person", person.id)).toMatchObject({
    protection: { organisations: [organisationId], networks: [networkId] },
    organisations: [organisationId],
  });
});

it("makes history of relationships whose end has come", async () => {
  const due = await buildTie(db(), { startDate: "2020-01-01", endDate: daysFromToday(0) });
  const open = await buildTie(db(), { endDate: daysFromToday(1) });
  await beginDay(service().parts);
  expect(await payloadOf("Relationship", due.id)).toMatchObject({ status: "ENDED" });
  expect(await payloadOf("Relationship", open.id)).toBeUndefined();
});

it("changes nothing when it is run again", async () => {
  await buildMember(db());
  await buildHeldRole(db());
  await beginDay(service().parts);
  const before: unknown = await db().query(`SELECT type, id, version FROM outbox ORDER BY 1, 2`);
  await beginDay(service().parts);
  expect(await db().query(`SELECT type, id, version FROM outbox ORDER BY 1, 2`)).toEqual(before);
});

it("gives two memberships that begin at the same moment both their effect", async () => {
  const { id: organisationId } = await buildOrganisation(db());
  const networks = [await buildMember(db()), await buildMember(db())].map((one) => one.networkId);
  const ADD = `mutation ($input: AddNetworkMemberInput!) { addNetworkMember(input: $input) { id } }`;
  const add = (network: string) =>
    execute(ADD, { viewer: admin, input: { network, organisation: organisationId } });
  const answers = await Promise.all(networks.map(add));
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  expect(await payloadOf("Organisation", organisationId)).toMatchObject({
    protection: { networks: [...networks].sort() },
  });
});
