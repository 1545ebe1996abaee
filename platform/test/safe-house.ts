import type { DemoState } from "../src/demo/demo-state.ts";
import { ask, change } from "./ask.ts";

export interface Planting {
  readonly url: string;
  /** Of an administrator. */
  readonly token: string;
  readonly demo: DemoState;
  /** One that has no presenter. */
  readonly agendaItem: string;
}

/**
 * An organisation that nobody may see, with a person that nobody may see, tied in every way that
 * there is to what everybody sees.
 */
export async function plantSafeHouse(planting: Planting) {
  const { url, token, demo, agendaItem } = planting;
  const make = async (field: string, input: object): Promise<string> =>
    (await change(url, { field, input, token })).id;
  const query = `{ networks { nodes { id } } practices { nodes { id } } meetings { nodes { id } } }`;
  const { data } = await ask(url, { query, token });
  const organisation = await make("createOrganisation", {
    name: "Lantern Yard",
    audience: "NOBODY",
    countries: ["GB", "IT"],
    objectives: [7, 10, 13, 15],
    sectors: ["Housing", "Legal aid"],
    identifiers: [{ scheme: "test", value: "hidden" }],
    languages: ["en", "it"],
    description: "Housing for survivors of trafficking",
  });
  const person = await make("createPerson", { name: "Keeper of Lantern Yard", audience: "NOBODY" });
  await make("addRole", { organisation, person, title: "Keeper", access: "OWNER" });
  for (const network of data.networks.nodes) {
    await make("addNetworkMember", { network: network.id, organisation });
  }
  for (const group of Object.values(demo.groups)) {
    await make("addSeat", { group, organisation, role: "CO_LEAD", delegate: person });
  }
  const others = Object.entries(demo.organisations).filter(([key]) => key !== "wrenfield-house");
  for (const [index, [, target]] of others.entries()) {
    const type = index % 2 === 0 ? "PARTNER" : "FUNDS";
    await make("proposeRelationship", { source: organisation, target, type });
  }
  for (const practice of data.practices.nodes) {
    const role = "IMPLEMENTER";
    await make("addPracticeOrganisation", { practice: practice.id, organisation, role });
  }
  for (const meeting of data.meetings.nodes) {
    const input = { meeting: meeting.id, organisation, person, status: "ATTENDED" };
    await make("recordAttendance", input);
  }
  await make("updateAgendaItem", { id: agendaItem, presenter: organisation });
  return { organisation, person };
}
