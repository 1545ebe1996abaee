import { TieKind } from "../src/tie/tie.enum.ts";
import type { FacetAsked, HitFilterAsked } from "./generated-filter.ts";
import type { NetworkModel } from "./network-model.ts";
import { fits } from "./search-model.ts";

/** What one search should find: with the values of each facet. */
export interface ModelHit {
  readonly id: string;
  readonly date: string | null;
  readonly facets: Readonly<Record<string, ReadonlySet<string>>>;
}

/** All that may be found, of whatever type, in the plainest way that one can write it down. */
function allHits(model: NetworkModel, day: string): ModelHit[] {
  const { network, shown } = model;
  const seen = <T extends { id: string }>(items: readonly T[]) =>
    items.filter(({ id }) => shown.has(id));
  const around = (id: string, kind: TieKind) => [...model.around(id, kind, day)];
  return [
    ...model.organisations.map((it) => ({
      id: it.id,
      date: it.lastConfirmedOn && `${it.lastConfirmedOn}T00:00:00.000Z`,
      facets: facetsOf("ORGANISATION", {
        ...it,
        networks: around(it.id, TieKind.NETWORK_MEMBERSHIP),
        workingGroups: around(it.id, TieKind.SEAT),
      }),
    })),
    ...seen(network.practices)
      .filter(({ state }) => state === "PUBLISHED")
      .map((it) => ({
        id: it.id,
        date: it.publishedAt,
        facets: facetsOf("PRACTICE", {
          ...it,
          languages: ["en"],
          networks: [...it.implementers, ...it.partners].flatMap((party) =>
            around(party, TieKind.NETWORK_MEMBERSHIP),
          ),
        }),
      })),
    ...seen(network.groups).map((it) => ({
      id: it.id,
      date: null,
      facets: facetsOf("WORKING_GROUP", {
        ...it,
        ...ofNetwork(model, it.network),
        workingGroups: [it.id],
      }),
    })),
    ...seen(network.meetings).map((it) => ({
      id: it.id,
      date: it.startsAt,
      facets: facetsOf("MEETING", {
        startsAt: it.startsAt,
        ...ofNetwork(model, it.network),
        ...ofGroup(model, it.group),
      }),
    })),
  ];
}

/** Those that have what is asked. */
export const hitsOf = (model: NetworkModel, asked: HitFilterAsked, day: string): ModelHit[] =>
  allHits(model, day).filter(({ facets, date }) => {
    const { since, before, ...rest } = asked;
    return (
      Object.entries(rest).every(([name, facet]) =>
        fits(facets[name] ?? new Set(), facet as FacetAsked<unknown>),
      ) &&
      (since === undefined || (date ?? "") >= since) &&
      (before === undefined || (date !== null && date < before))
    );
  });

interface Held {
  readonly lastConfirmedOn?: string | null;
  readonly publishedAt?: string | null;
  readonly startsAt?: string | null;
  readonly objectives?: readonly number[];
  readonly countries?: readonly string[];
  readonly languages?: readonly string[];
  readonly networks?: readonly string[];
  readonly workingGroups?: readonly string[];
}

function facetsOf(type: string, held: Held): ModelHit["facets"] {
  const date = held.lastConfirmedOn ?? held.publishedAt ?? held.startsAt ?? null;
  return {
    types: new Set([type]),
    objectives: new Set((held.objectives ?? []).map(String)),
    countries: new Set(held.countries),
    languages: new Set(held.languages),
    networks: new Set(held.networks),
    workingGroups: new Set(held.workingGroups),
    years: new Set(date === null ? [] : [date.slice(0, 4)]),
  };
}

function ofNetwork({ network, shown }: NetworkModel, id: string | null) {
  const its = network.networks.find((one) => one.id === id && shown.has(one.id));
  return its ? { networks: [its.id], countries: its.countries } : {};
}

function ofGroup({ network, shown }: NetworkModel, id: string | null) {
  const its = network.groups.find((one) => one.id === id && shown.has(one.id));
  return its ? { workingGroups: [its.id], objectives: its.objectives } : {};
}
