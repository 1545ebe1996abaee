import { type Answer, ask } from "./ask.ts";

/** Who looks, and through which door. */
export interface Looking {
  readonly url: string;
  readonly token?: string;
}

/** Where to stand for what has a middle: neighbourhoods, partners, ties of one. */
export interface Standing {
  readonly organisations: readonly string[];
  readonly others: readonly string[];
}

const PERSON = "{ id name about }";
const ORGANISATION = "{ id name acronym }";
const SEATS = `{ totalCount nodes {
  id role onBehalfOf heldToday organisation ${ORGANISATION} delegate ${PERSON} alternate ${PERSON} } }`;
const ROLES = `{ totalCount nodes { id title startDate person ${PERSON} organisation ${ORGANISATION} } }`;
const NODES = `{ totalCount nodes ${ORGANISATION} }`;
const COUNTS = "{ value count }";
const FOUND = `{ totalCount nodes ${ORGANISATION} facets {
  objectives ${COUNTS} countries ${COUNTS} areas ${COUNTS} categories ${COUNTS}
  sectors ${COUNTS} languages ${COUNTS} networks ${COUNTS} workingGroups ${COUNTS} } }`;

const organisations = (edge: string) =>
  `{ organisations(first: 100) { totalCount nodes { id name audience ${edge} } } }`;

const AGREED = `{ id text organisation ${ORGANISATION} person ${PERSON} }`;

/** Every list of the graph, each with every edge that leads to an organisation or a person. */
const LISTS = [
  organisations(
    `networks(first: 100) { totalCount nodes { id role organisation ${ORGANISATION} } }`,
  ),
  organisations(`relationships(first: 100) { totalCount nodes {
    id name source ${ORGANISATION} target ${ORGANISATION} } }`),
  organisations(`partners(first: 100) ${NODES}`),
  organisations(`roles(first: 100) ${ROLES}`),
  organisations(`seats(first: 50) ${SEATS}`),
  organisations(`seats(first: 50, filter: { atAnyTime: true }) ${SEATS}`),
  organisations(`workingGroups(first: 100) { totalCount nodes { id name } }
    practices(first: 100) { totalCount nodes { id title } }
    agendaItems(first: 100) { totalCount nodes { id title } }`),
  `{ workingGroups(first: 100) { totalCount nodes { id name
     seats(first: 100, filter: { atAnyTime: true }) ${SEATS} coLeads(first: 100) ${SEATS}
     members(first: 100) ${NODES} } } }`,
  `{ networks(first: 100) { totalCount nodes { id name members(first: 100) { totalCount nodes {
     id role startDate organisation ${ORGANISATION} person ${PERSON} } } } } }`,
  `{ people(first: 100) { totalCount nodes { id name about roles(first: 100) ${ROLES}
     networks(first: 100) { totalCount nodes { id } } } } }`,
  `{ meetings(first: 100) { totalCount nodes { id title agendaMinutes
     agenda(first: 100) { totalCount nodes { id title presenter ${ORGANISATION} } }
     attendance(first: 100) { totalCount nodes {
       id status organisation ${ORGANISATION} person ${PERSON} } } } } }`,
  `{ meetings(first: 50) { nodes { id decisions(first: 10) { totalCount nodes ${AGREED} }
     actions(first: 10) { totalCount nodes ${AGREED} } } } }`,
  `{ practices(first: 100) { totalCount nodes { id title countries
     implementers(first: 100) ${NODES} partners(first: 100) ${NODES} } } }`,
  `{ allMeetingSeries(first: 100) { totalCount nodes { id title meetings { totalCount } } } }`,
  `{ searchOrganisations(first: 100) ${FOUND} }`,
  `{ searchOrganisations(first: 100, sort: NEWEST) ${FOUND} }`,
  `{ search(first: 100, text: "house") { totalCount nodes { id type date thing { __typename } } } }`,
  `{ searchOrganisations(first: 100, text: "house") ${FOUND} }`,
  `{ searchOrganisations(first: 100, text: "survivors of trafficking") ${FOUND} }`,
  `{ searchOrganisations(first: 100, filter: { objectives: { anyOf: [7, 10] } }) ${FOUND} }`,
  `{ searchOrganisations(first: 100, filter: { sectors: { anyOf: ["Housing"] } }) ${FOUND} }`,
  `{ searchOrganisations(first: 100, filter: { metSince: "2000-01-01" }) ${FOUND} }`,
  `{ searchOrganisations(first: 100, filter: { publishedPracticeSince: "2000-01-01" }) ${FOUND} }`,
];

const ofOrganisation = `query ($id: ID!) {
  findPartners(for: $id, first: 100, context: ANY) { totalCount nodes {
    score organisation ${ORGANISATION} reasons { kind values weight sentence } } }
  searchOrganisations(first: 100, filter: { relatedTo: { organisation: $id } }) ${FOUND} }`;

const around = `query ($id: ID!) { neighbourhood(of: $id, hops: 2, budget: 1000) {
  nodes { id distance node { __typename id } } edges { id source target kind label startDate } } }`;

/** All that the graph tells one viewer, by the question. Two sweeps of the same graph are equal. */
export async function sweep(looking: Looking, standing: Standing): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const put = async (query: string, id?: string) => {
    const answer = await ask(looking.url, { ...looking, query, variables: { id } });
    answers.set(id === undefined ? query : `${id} ${query}`, answer);
  };
  for (const query of LISTS) await put(query);
  for (const id of standing.organisations) await put(ofOrganisation, id);
  for (const id of [...standing.organisations, ...standing.others]) await put(around, id);
  return answers;
}
