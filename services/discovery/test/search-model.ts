import { today } from "../src/asking/asking.value.ts";
import { TieKind } from "../src/tie/tie.enum.ts";
import type { FacetAsked, FilterAsked } from "./generated-filter.ts";
import type { Organisation } from "./generated-network.ts";
import { graphTies } from "./tie-model.ts";
import { areaOf, type NetworkModel } from "./network-model.ts";

type Facets = Record<string, ReadonlySet<string>>;

/** What each facet holds of one organisation. */
export function facetsOf(model: NetworkModel, it: Organisation, day: string): Facets {
  return {
    objectives: new Set(it.objectives.map(String)),
    countries: new Set(it.countries),
    areas: new Set(it.areas.map(areaOf)),
    categories: new Set(it.category === null ? [] : [it.category]),
    sectors: new Set(it.sectors),
    languages: new Set(it.languages),
    needs: new Set(it.needs),
    offers: new Set(it.offers),
    networks: model.around(it.id, TieKind.NETWORK_MEMBERSHIP, day),
    workingGroups: model.around(it.id, TieKind.SEAT, day),
  };
}

/** The naive search: each visible organisation is asked, one after the other. */
export function found(model: NetworkModel, filter: FilterAsked, asOf: string | null) {
  const day = asOf ?? today();
  return model.organisations.filter((organisation) => {
    if (asOf !== null && !model.wasThere(organisation, asOf)) return false;
    const facets = facetsOf(model, organisation, day);
    const asked = new Map<string, unknown>(Object.entries(filter));
    const networks = networksOf(model, organisation.id, { day, filter });
    return (
      Object.entries({ ...facets, networks }).every(([name, values]) =>
        fits(values, asked.get(name) as FacetAsked<unknown> | undefined),
      ) && fitsRest(model, organisation, { filter, day, isAsOf: asOf !== null })
    );
  });
}

/** With those that are inherited, where the filter asks for them. */
const networksOf = (
  model: NetworkModel,
  id: string,
  { day, filter: { includeInherited = false } }: { day: string; filter: FilterAsked },
): Set<string> =>
  new Set(
    graphTies(model, day, { edgeTypes: [TieKind.NETWORK_MEMBERSHIP], includeInherited })
      .filter(({ source }) => source === id)
      .map(({ target }) => target),
  );

export function fits(values: ReadonlySet<string>, asked: FacetAsked<unknown> = {}): boolean {
  const has = (value: unknown) => values.has(String(value));
  const { anyOf, allOf, noneOf } = asked;
  return (anyOf?.some(has) ?? true) && (allOf?.every(has) ?? true) && !(noneOf?.some(has) ?? false);
}

interface Asked {
  readonly filter: FilterAsked;
  readonly day: string;
  readonly isAsOf: boolean;
}

function fitsRest(model: NetworkModel, { id, lastConfirmedOn }: Organisation, asked: Asked) {
  const { filter, day, isAsOf } = asked;
  const until = isAsOf ? day : "9999-12-31";
  const { publishedPracticeSince, metSince, notMetSince, confirmedSince, relatedTo } = filter;
  const { inMyWorkingGroups } = filter;
  return (
    (inMyWorkingGroups === undefined || isBesideMine(model, id, day) === inMyWorkingGroups) &&
    (publishedPracticeSince === undefined ||
      hasPublished(model, id, [publishedPracticeSince, until])) &&
    (metSince === undefined || hasMet(model, id, [metSince, until])) &&
    (notMetSince === undefined || !hasMet(model, id, [notMetSince, until])) &&
    (confirmedSince === undefined || (lastConfirmedOn ?? "") >= confirmedSince) &&
    (relatedTo === undefined ||
      isRelated(model, id, { relatedTo, day, filter }) !== (relatedTo.isExcluded ?? false))
  );
}

/** In a group where an organisation sits for which the viewer acts. */
function isBesideMine(model: NetworkModel, id: string, day: string): boolean {
  const groups = model.around(id, TieKind.SEAT, day);
  const mine = model.viewer?.organisations ?? [];
  return mine.some(({ id: own }) =>
    [...model.around(own, TieKind.SEAT, day)].some((group) => groups.has(group)),
  );
}

/** Both days included. */
type Span = readonly [string, string];

const within = (instant: string | null, [since, until]: Span): boolean =>
  instant !== null && instant >= since && instant.slice(0, 10) <= until;

const hasPublished = (model: NetworkModel, id: string, span: Span): boolean =>
  model.network.practices.some(
    (practice) =>
      model.shown.has(practice.id) &&
      practice.state === "PUBLISHED" &&
      within(practice.publishedAt, span) &&
      [...practice.implementers, ...practice.partners].includes(id),
  );

const hasMet = (model: NetworkModel, id: string, span: Span): boolean =>
  model.network.meetings.some(
    (meeting) =>
      meeting.status !== "CANCELLED" &&
      within(meeting.startsAt, span) &&
      meeting.startsAt <= new Date().toISOString() &&
      meeting.attended.includes(id) &&
      model.seesAttendance(meeting),
  );

interface Related {
  readonly relatedTo: NonNullable<FilterAsked["relatedTo"]>;
  readonly day: string;
  readonly filter: FilterAsked;
}

const isRelated = (model: NetworkModel, id: string, asked: Related): boolean => {
  const { relatedTo, day, filter } = asked;
  const { includeInherited = false } = filter;
  return graphTies(model, day, { edgeTypes: null, includeInherited }).some(
    ({ kind, label, source, target }) =>
      kind === TieKind.RELATIONSHIP &&
      (relatedTo.types?.includes(label) ?? true) &&
      ((source === id && target === relatedTo.organisation) ||
        (target === id && source === relatedTo.organisation)),
  );
};
