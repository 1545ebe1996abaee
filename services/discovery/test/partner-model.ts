import { Audience } from "@convene/shared/audience";
import { today } from "../src/asking/asking.value.ts";
import { PartnerContext, PartnerReasonKind } from "../src/partner/partner.enum.ts";
import {
  confirmationOf,
  FIRST_WEIGHTS,
  pointsOf,
  rarityOf,
  scoreOf,
  SIMILAR_ISSUES,
} from "../src/partner/partner-score.policy.ts";
import { TieKind } from "../src/tie/tie.enum.ts";
import type { Organisation } from "./generated-network.ts";
import { areaOf, NetworkModel, otherEnds, tiesOn } from "./network-model.ts";

export interface PartnersAsked {
  readonly for: string;
  readonly objectives: number[] | null;
  readonly context: PartnerContext;
}

/** Of each kind an amount. */
type Amounts = ReadonlyMap<PartnerReasonKind, number>;

const MOST_SIMILAR = 20;

/** The naive ranking: each organisation is held against the seeker, one after the other. */
export function suggestions(whole: NetworkModel, asked: PartnersAsked) {
  const model = withoutClosed(whole, asked.for);
  const seeker = model.organisations.find(({ id }) => id === asked.for);
  if (!seeker) return null;
  const makers = [
    ...SIMILAR_ISSUES,
    ...(asked.context === PartnerContext.DIFFERENT_COUNTRY
      ? []
      : [PartnerReasonKind.WELL_CONNECTED]),
  ];
  const pool = model.organisations.filter((it) => fitsContext(it, seeker, asked.context));
  const partners = partnersOf(model, seeker.id);
  return pool
    .filter((it) => it.id !== seeker.id && !partners.has(it.id) && fitsObjectives(it, asked))
    .map((it) => ({ id: it.id, amounts: amountsFor(model, { seeker, asked, pool }, it) }))
    .filter(({ amounts }) => makers.some((kind) => (amounts.get(kind) ?? 0) > 0))
    .map(({ id, amounts }) => ({ id, score: scoreOfAll(amounts), kinds: kindsIn(amounts) }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

/** Who does not wish to be told of is as if it were not there, unless it asks itself. */
function withoutClosed({ network, viewer }: NetworkModel, seeker: string): NetworkModel {
  const organisations = network.organisations.filter(
    ({ id, isOpenToPartners }) => isOpenToPartners || id === seeker,
  );
  return new NetworkModel({ ...network, organisations }, viewer);
}

const kindsIn = (amounts: Amounts): string[] =>
  [...amounts].flatMap(([kind, amount]) => (amount > 0 ? [kind] : [])).sort();

const scoreOfAll = (amounts: Amounts): number =>
  scoreOf(
    [...amounts].reduce(
      (sum, [kind, amount]) => sum + (amount > 0 ? pointsOf(kind, amount, FIRST_WEIGHTS) : 0),
      0,
    ),
  );

interface Asking {
  readonly seeker: Organisation;
  readonly asked: PartnersAsked;
  readonly pool: readonly Organisation[];
}

function amountsFor(model: NetworkModel, { seeker, asked, pool }: Asking, it: Organisation) {
  const wanted = asked.objectives ?? seeker.objectives;
  const mine = partnersOf(model, seeker.id);
  const its = partnersOf(model, it.id);
  const similar = similarTo(model, seeker, pool);
  const extra = (asked.objectives ?? []).filter((number) => !seeker.objectives.includes(number));
  const amounts = new Map<PartnerReasonKind, number>();
  const complements = { OFFERS_NEEDED: seeker.needs, NEEDS_OFFERED: seeker.offers };
  const own = { ...sharable(model, seeker, extra), ...complements };
  const theirs = sharable(model, it, it.objectives);
  for (const kind of Object.values(PartnerReasonKind)) {
    const shared = [...new Set(own[kind] ?? [])].filter((value) => theirs[kind]?.includes(value));
    amounts.set(
      kind,
      shared.reduce((all, value) => all + rarity(model, kind, value), 0),
    );
  }
  const sumOver = (ids: Iterable<string>, of: (id: string) => number) =>
    [...ids].reduce((sum, id) => sum + of(id), 0);
  const { WORKS_WITH_SIMILAR, RESEMBLES_PARTNER, COMMON_PARTNER } = PartnerReasonKind;
  const likeness = (id: string) => similar.get(id) ?? 0;
  amounts.set(
    WORKS_WITH_SIMILAR,
    sumOver(its, (id) => likeness(id)),
  );
  amounts.set(
    RESEMBLES_PARTNER,
    sumOver(mine, (id) => cosine(byId(model, id), it)),
  );
  const common = [...mine].filter((id) => its.has(id));
  amounts.set(
    COMMON_PARTNER,
    sumOver(common, (id) => 1 / Math.log(2 + partnersOf(model, id).size)),
  );
  amounts.set(PartnerReasonKind.WELL_CONNECTED, its.size);
  amounts.set(PartnerReasonKind.PUBLISHED_PRACTICE, published(model, it, wanted).length);
  amounts.set(
    PartnerReasonKind.RECENTLY_CONFIRMED,
    confirmationOf(Date.parse(it.lastConfirmedOn ?? ""), Date.parse(today())),
  );
  return amounts;
}

const byId = ({ organisations }: NetworkModel, id: string) =>
  organisations.find((it) => it.id === id);

const partnersOf = (model: NetworkModel, id: string): ReadonlySet<string> =>
  model.around(id, TieKind.RELATIONSHIP, today());

const likenedBy = (it: Organisation): string[] => [
  ...new Set([
    ...it.objectives.map((number) => `objective ${number}`),
    ...it.sectors.map((sector) => `sector ${sector}`),
    ...it.areas.map((area) => `area ${areaOf(area)}`),
  ]),
];

function cosine(one: Organisation | undefined, other: Organisation): number {
  const [mine, its] = [one ? likenedBy(one) : [], likenedBy(other)];
  const shared = mine.filter((value) => its.includes(value)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(mine.length * its.length);
}

function similarTo(model: NetworkModel, seeker: Organisation, pool: readonly Organisation[]) {
  const mine = partnersOf(model, seeker.id);
  const likeness = pool
    .filter(({ id }) => id !== seeker.id)
    .map((it) => {
      const its = partnersOf(model, it.id);
      const common = [...mine].filter((id) => its.has(id)).length;
      const through = common === 0 ? 0 : common / Math.sqrt(mine.size * its.size);
      return { id: it.id, like: cosine(seeker, it) + through };
    })
    .filter(({ like }) => like > 0)
    .sort((one, other) => other.like - one.like || (one.id < other.id ? -1 : 1));
  return new Map(likeness.slice(0, MOST_SIMILAR).map(({ id, like }) => [id, like]));
}

/** What an organisation may share with another; of the seeker what is asked for beside its own. */
function sharable(
  model: NetworkModel,
  it: Organisation,
  asked: readonly number[],
): Partial<Record<PartnerReasonKind, string[]>> {
  const around = (kind: TieKind) => [...model.around(it.id, kind, today())];
  return {
    SHARED_OBJECTIVE: it.objectives.map(String),
    ASKED_OBJECTIVE: asked.map(String),
    SHARED_SECTOR: it.sectors,
    SHARED_AREA: it.areas.map(areaOf),
    SHARED_LANGUAGE: it.languages,
    OFFERS_NEEDED: it.offers,
    NEEDS_OFFERED: it.needs,
    SHARED_GROUP: around(TieKind.SEAT),
    SHARED_NETWORK: around(TieKind.NETWORK_MEMBERSHIP),
  };
}

const TIES: Partial<Record<PartnerReasonKind, TieKind>> = {
  SHARED_GROUP: TieKind.SEAT,
  SHARED_NETWORK: TieKind.NETWORK_MEMBERSHIP,
};

/** Counted among organisations that everybody may see, by ties that everybody may see. */
function rarity(model: NetworkModel, kind: PartnerReasonKind, value: string): number {
  const open = model.network.organisations.filter(
    ({ protection }) => protection.audience === Audience.PUBLIC,
  );
  const ties = tiesOn(model.network, today()).filter(
    (tie) => tie.kind === TIES[kind] && tie.protection.audience === Audience.PUBLIC,
  );
  const ends = otherEnds(value, ties);
  const held = open.filter(
    (it) =>
      ends.has(it.id) ||
      (TIES[kind] === undefined && sharable(model, it, it.objectives)[kind]?.includes(value)),
  );
  return rarityOf(held.length, open.length);
}

const fitsObjectives = (it: Organisation, { objectives }: PartnersAsked): boolean =>
  objectives === null || objectives.some((number) => it.objectives.includes(number));

function fitsContext(it: Organisation, seeker: Organisation, context: PartnerContext): boolean {
  const isMine = (country: string) => seeker.countries.includes(country);
  switch (context) {
    case PartnerContext.ANY:
      return true;
    case PartnerContext.SAME_COUNTRY:
      return it.countries.some(isMine);
    case PartnerContext.DIFFERENT_COUNTRY:
      return !it.countries.every(isMine);
  }
}

const published = (model: NetworkModel, { id }: Organisation, wanted: readonly number[]) =>
  model.network.practices.filter(
    (practice) =>
      model.shown.has(practice.id) &&
      practice.state === "PUBLISHED" &&
      practice.implementers.includes(id) &&
      practice.objectives.some((number) => wanted.includes(number)),
  );
