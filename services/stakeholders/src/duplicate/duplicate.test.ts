import { Audience } from "@convene/shared/audience";
import { createHarness } from "@convene/shared/testing/harness";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import {
  buildMember,
  buildNetwork,
  buildOrganisation,
  secretariatOf,
  viewerOf,
} from "../../test/factories.ts";
import { stakeholders } from "../definition.ts";

const { db, execute, sqlOf } = createHarness(stakeholders);

const OF_ONE = `query ($id: ID!) { organisation(id: $id) { duplicates(first: 10) {
  totalCount nodes { score reasons organisation { id } other { id } } } } }`;
const OF_NETWORK = `query ($id: ID!) { network(id: $id) { duplicates(first: 10) {
  nodes { organisation { id } other { id } } } } }`;

const duplicatesOf = async (id: string, viewer = admin) =>
  (await execute(OF_ONE, { viewer, id })).data.organisation.duplicates;

it("suggests by names, acronyms, hosts and identifiers, the most alike first, with the reasons", async () => {
  const one = await buildOrganisation(db(), {
    name: "Estuary Refugee Legal Clinic",
    acronym: "ERLC",
    website: "https://www.erlc.example/about",
    identifiers: [{ scheme: "gb-chc", value: "1199443" }],
  });
  const name = await buildOrganisation(db(), { name: "Estuary Refugee Legal Clinics" });
  const host = await buildOrganisation(db(), { website: "http://ERLC.example" });
  const identifier = await buildOrganisation(db(), {
    identifiers: [{ scheme: "org-id", value: "1199443" }],
  });
  // A name of another country, an acronym alone, and a short number say too little.
  await buildOrganisation(db(), { name: "Quay Rescue", acronym: "erlc" });
  const { nodes } = await duplicatesOf(one.id);
  expect(nodes.map(({ other }: { other: { id: string } }) => other.id)).toEqual([
    ...[identifier.id, name.id, host.id],
  ]);
  expect(nodes).toMatchObject([
    { score: 0.9, reasons: ["IDENTIFIER"], organisation: { id: one.id } },
    { reasons: ["NAME"] },
    { score: 0.6, reasons: ["WEBSITE"] },
  ]);
});

it("lowers the score where the two work in different countries", async () => {
  const name = "Harbour Women's Union of Sewers";
  const [one, near, far] = await Promise.all(
    ["KE", "KE", "NO"].map((country) => buildOrganisation(db(), { name, countries: [country] })),
  );
  const { nodes } = await duplicatesOf(one?.id ?? "");
  expect(nodes).toMatchObject([
    { other: { id: near?.id }, score: 0.9 },
    { other: { id: far?.id }, score: 0.54 },
  ]);
});

it("shows the secretariat the pairs of its network once, and nobody what they do not see", async () => {
  const network = await buildNetwork(db());
  const name = "Lantern Street Advice Bureau";
  const both = await Promise.all([1, 2].map(() => buildOrganisation(db(), { name })));
  for (const { id: organisationId } of both) {
    await buildMember(db(), { networkId: network.id, organisationId });
  }
  const hidden = await buildOrganisation(db(), { name, audience: Audience.NOBODY });
  const [first, second] = both.map(({ id }) => id).sort();
  const ask = async (viewer = admin) =>
    (await execute(OF_NETWORK, { viewer, id: network.id })).data.network.duplicates;
  expect((await ask(secretariatOf(network))).nodes).toEqual([
    { organisation: { id: first }, other: { id: second } },
  ]);
  expect((await ask()).nodes).toHaveLength(3);
  expect(await ask(buildViewer())).toBeNull();
  const owner = viewerOf([{ id: first ?? "" }], "OWNER");
  expect((await duplicatesOf(first ?? "", owner)).totalCount).toBe(1);
  expect(await duplicatesOf(first ?? "", viewerOf([hidden]))).toBeNull();
  const statements = await sqlOf(() => ask());
  expect(statements.length).toBeLessThanOrEqual(4);
});
