import type { Harness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";

type Overrides = Record<string, unknown> & { id?: string };

/** A change as the owning service would tell it; `docs/change-feeds.md` has the shapes. */
export interface Told {
  readonly type: string;
  readonly id: string;
  readonly payload: Record<string, unknown>;
}

const told = (type: string, prefix: string, payload: Overrides): Told => {
  const { id = newId(prefix), ...rest } = payload;
  return { type, id, payload: rest };
};

export const everybody = { audience: "PUBLIC", organisations: [], networks: [] };

export function buildOrganisation(overrides: Overrides = {}): Told {
  const id = overrides.id ?? newId("org");
  return told("Organisation", "org", {
    protection: { audience: "PUBLIC", organisations: [id], networks: [] },
    name: "Harbour Aid",
    names: [],
    acronym: null,
    category: "civil-society",
    identifiers: [],
    countries: ["GB"],
    areas: [],
    objectives: [7],
    sectors: [],
    languages: ["en"],
    needs: [],
    offers: [],
    isOpenToPartners: true,
    website: null,
    description: null,
    lastConfirmedOn: null,
    createdAt: "2026-01-01T00:00:00.000Z",
    ...overrides,
    id,
  });
}

export const buildNetwork = (overrides: Overrides = {}): Told =>
  told("Network", "net", {
    protection: everybody,
    name: "UK network",
    kind: "GLOBAL",
    countries: [],
    ...overrides,
  });

export const buildNetworkMember = (overrides: Overrides): Told =>
  told("NetworkMember", "nmb", {
    person: null,
    role: "MEMBER",
    startDate: "2020-01-01",
    endDate: null,
    ...overrides,
  });

export const buildRelationship = (overrides: Overrides): Told =>
  told("Relationship", "rel", {
    protection: everybody,
    type: "PARTNER",
    status: "CONFIRMED",
    startDate: "2020-01-01",
    endDate: null,
    ...overrides,
  });

export const buildWorkingGroup = (overrides: Overrides = {}): Told =>
  told("WorkingGroup", "grp", {
    protection: everybody,
    name: "Detention",
    code: "TWG-4",
    description: null,
    workplan: null,
    objectives: [],
    state: "ACTIVE",
    network: null,
    needs: [],
    ...overrides,
  });

export const buildSeat = (overrides: Overrides): Told =>
  told("Seat", "sea", {
    role: "MEMBER",
    startDate: "2020-01-01",
    endDate: null,
    ...overrides,
  });

export const buildMeeting = (overrides: Overrides = {}): Told =>
  told("Meeting", "mtg", {
    protection: everybody,
    title: "Quarterly meeting",
    group: null,
    network: null,
    startsAt: "2026-01-15T14:00:00.000Z",
    status: "SCHEDULED",
    attended: [],
    ...overrides,
  });

export const buildMilestone = (overrides: Overrides): Told =>
  told("Milestone", "mst", { dueDate: "2020-01-01", status: "OPEN", ...overrides });

export const buildPerson = (overrides: Overrides = {}): Told =>
  told("Person", "per", { protection: everybody, ...overrides });

export const buildMeetingSeries = (overrides: Overrides = {}): Told =>
  told("MeetingSeries", "ser", {
    protection: everybody,
    title: "Quarterly meetings",
    group: null,
    network: null,
    ...overrides,
  });

export const buildAgendaItem = (overrides: Overrides): Told => told("AgendaItem", "agi", overrides);

export const buildPractice = (overrides: Overrides = {}): Told =>
  told("Practice", "prc", {
    protection: everybody,
    title: "A house for the first year",
    summary: "Young people share a house with a mentor.",
    language: "en",
    objectives: [7],
    countries: [],
    implementers: [],
    partners: [],
    state: "PUBLISHED",
    publishedAt: "2026-02-01T00:00:00.000Z",
    startDate: null,
    ...overrides,
  });

const SOURCES: Record<string, string> = {
  Organisation: "stakeholders",
  Person: "stakeholders",
  Network: "stakeholders",
  NetworkMember: "stakeholders",
  Relationship: "stakeholders",
  WorkingGroup: "working-groups",
  Seat: "working-groups",
  Milestone: "working-groups",
  Meeting: "meetings",
  MeetingSeries: "meetings",
  AgendaItem: "meetings",
  Practice: "practices",
};

/** The service that owns a kind. */
export function sourceOf(type: string): string {
  const source = SOURCES[type];
  if (source === undefined) throw new Error(`No service tells of ${type}`);
  return source;
}

/** Tells all of these, each by the service that owns its kind. */
export async function tellAll({ tell }: Harness, ...changes: readonly Told[]): Promise<void> {
  for (const source of new Set(Object.values(SOURCES))) {
    await tell(source, ...changes.filter(({ type }) => sourceOf(type) === source));
  }
}
