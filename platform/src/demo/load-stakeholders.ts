import { readFileSync } from "node:fs";
import { systemViewer, type Viewer } from "@convene/shared/viewer";
import { z } from "zod";
import { forAll } from "./demo-graph.ts";
import type { DemoLoad } from "./demo-load.ts";

const SECTORS = new URL("../../../services/stakeholders/reference/sectors.json", import.meta.url);

/** The demo network names sectors by id; people read the words. */
const sectorLabels = new Map(
  z
    .object({ items: z.array(z.object({ id: z.string(), label: z.string() })) })
    .parse(JSON.parse(readFileSync(SECTORS, "utf8")))
    .items.map(({ id, label }) => [id, label]),
);

type Names = DemoLoad["network"]["people"][number]["names"];

/** Organisations and people, their roles, networks and ties. */
export async function loadStakeholders(load: DemoLoad): Promise<void> {
  await loadOrganisations(load);
  await loadPeople(load);
  await loadNetworks(load);
  await loadRoles(load);
  await loadRelationships(load);
}

async function loadOrganisations({ graph, network, organisations }: DemoLoad): Promise<void> {
  await forAll(network.organisations, async (organisation) => {
    const { key, names, lastConfirmed, sectors, fictional: _, ...given } = organisation;
    const { name, others } = inLanguages(names);
    const labels = sectors.map((sector) => sectorLabels.get(sector) ?? sector);
    const input = { ...given, key, name, names: others, sectors: labels };
    const { id } = await graph.change(["stakeholders", "createOrganisation"], input);
    organisations.set(key, id);
    if (lastConfirmed !== null) {
      const confirmed = { key, id, on: lastConfirmed };
      await graph.change(["stakeholders", "confirmOrganisation"], confirmed);
    }
  });
}

async function loadPeople({ graph, network, people }: DemoLoad): Promise<void> {
  await forAll(network.people, async ({ key, names, about, audience }) => {
    const { name } = inLanguages(names);
    const input = { key, name, about, audience };
    const { id } = await graph.change(["stakeholders", "createPerson"], input);
    people.set(key, id);
  });
}

/** The roles of one person follow each other: each also changes what the person's feed tells. */
async function loadRoles({ graph, network, people, organisations }: DemoLoad): Promise<void> {
  await forAll(network.people, async (person) => {
    for (const [index, role] of person.roles.entries()) {
      await graph.change(["stakeholders", "addRole"], {
        key: `${person.key}/${index}`,
        person: people.of(person.key),
        organisation: organisations.of(role.organisation),
        title: role.title,
        access: role.access,
        startDate: role.start,
        endDate: role.end,
      });
    }
  });
}

async function loadNetworks({ graph, network, networks, organisations }: DemoLoad): Promise<void> {
  for (const { key, names, kind, countries, description, members } of network.networks) {
    const { name } = inLanguages(names);
    const input = { key, name, kind, countries, description };
    const { id } = await graph.change(["stakeholders", "createNetwork"], input);
    networks.set(key, id);
    for (const { organisation, role, start, end } of members) {
      await graph.change(["stakeholders", "addNetworkMember"], {
        key: `${key}/${organisation}`,
        network: id,
        organisation: organisations.of(organisation),
        role,
        startDate: start,
        endDate: end,
      });
    }
  }
}

async function loadRelationships({ graph, network, organisations }: DemoLoad): Promise<void> {
  await forAll(network.relationships, ({ from, to, type, status, start, end, source }) => {
    const one = organisations.of(from);
    const input = {
      key: `${from}/${type}/${to}`,
      source: one,
      target: organisations.of(to),
      type,
      startDate: start,
      endDate: end,
      knownFrom: source,
    };
    // What an administrator states is agreed; what one side says alone waits for the other.
    const viewer = status === "PROPOSED" ? editorOf(one) : systemViewer;
    return graph.change(["stakeholders", "proposeRelationship"], input, { viewer });
  });
}

const editorOf = (id: string): Viewer => ({
  ...systemViewer,
  platform: [],
  organisations: [{ id, role: "EDITOR" }],
});

/** The name in English stands first; the names in other languages beside it. */
function inLanguages({ en, ...others }: Names) {
  const names = Object.entries(others).map(([language, name]) => ({ language, name }));
  return { name: en ?? "", others: names };
}
