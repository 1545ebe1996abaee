import { Audience } from "@convene/shared/audience";
import { PartnerContext, PartnerReasonKind } from "../src/partner/partner.enum.ts";
import {
  MOST_PRACTICES,
  PRACTICE_POINTS,
  scoreOf,
  SIMILAR_ISSUES,
  type Term,
  weigh,
} from "../src/partner/partner-score.policy.ts";
import { TieKind } from "../src/tie/tie.enum.ts";
import { today } from "../src/asking/asking.value.ts";
import type { Organisation } from "./generated-network.ts";
import { areaOf, type NetworkModel, otherEnds, tiesOn } from "./network-model.ts";

export interface PartnersAsked {
  readonly for: string;
  readonly objectives: number[] | null;
  readonly context: PartnerContext;
}

type Had = Pick<Term, "kind" | "value">;

/** The naive ranking: each organisation is held against the seeker, one after the other. */
export function suggestions(model: NetworkModel, asked: PartnersAsked) {
  const seeker = model.organisations.find(({ id }) => id === asked.for);
  if (!seeker) return null;
  const mine = hadBy(model, seeker);
  const extra = (asked.objectives ?? [])
    .filter((number) => !seeker.objectives.includes(number))
    .map((number) => ({ kind: PartnerReasonKind.ASKED_OBJECTIVE, value: String(number) }));
  const open = model.network.organisations.filter(isPublic);
  const terms = [...mine, ...extra].map((term) => ({
    ...term,
    label: null,
    held: heldBy(model, open, term),
  }));
  const weighed = weigh(terms, open.length);
  const partners = mine.filter(({ kind }) => kind === PartnerReasonKind.COMMON_PARTNER);
  const not = new Set([seeker.id, ...partners.map(({ value }) => value)]);
  return model.organisations
    .filter((it) => !not.has(it.id) && fits(it, seeker, asked))
    .map((it) => {
      const shared = weighed.filter((term) => hadBy(model, it).some((had) => isSame(had, term)));
      const practices = published(model, it, asked.objectives ?? seeker.objectives);
      const points = shared.reduce((sum, term) => sum + term.points, 0);
      const all = points + Math.min(practices.length, MOST_PRACTICES) * PRACTICE_POINTS;
      return { id: it.id, score: scoreOf(all), shared, practices };
    })
    .filter(({ shared }) => shared.some(({ kind }) => SIMILAR_ISSUES.includes(kind)))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

const isPublic = ({ protection }: Organisation) => protection.audience === Audience.PUBLIC;

/** An objective that was asked for is had by those who have it as their own. */
const isSame = (had: Had, term: Had): boolean =>
  had.value === term.value &&
  (had.kind === term.kind ||
    (had.kind === PartnerReasonKind.SHARED_OBJECTIVE &&
      term.kind === PartnerReasonKind.ASKED_OBJECTIVE));

function hadBy(model: NetworkModel, it: Organisation): Had[] {
  return Object.values(PartnerReasonKind)
    .filter((kind) => kind !== PartnerReasonKind.ASKED_OBJECTIVE)
    .flatMap((kind) => {
      const tie = TIES[kind];
      const ends = tie ? model.around(it.id, tie, today()) : [];
      return [...new Set([...valuesOf(it, kind), ...ends])].map((value) => ({ kind, value }));
    });
}

/** How many organisations that everybody may see have it, by ties that everybody may see. */
function heldBy({ network }: NetworkModel, open: readonly Organisation[], { value, kind }: Had) {
  const ties = tiesOn(network, today()).filter(
    (tie) => tie.kind === TIES[kind] && tie.protection.audience === Audience.PUBLIC,
  );
  const ends = otherEnds(value, ties);
  return open.filter((it) => ends.has(it.id) || valuesOf(it, kind).includes(value)).length;
}

const TIES: Partial<Record<PartnerReasonKind, TieKind>> = {
  SHARED_GROUP: TieKind.SEAT,
  SHARED_NETWORK: TieKind.NETWORK_MEMBERSHIP,
  COMMON_PARTNER: TieKind.RELATIONSHIP,
};

function valuesOf(it: Organisation, kind: PartnerReasonKind): string[] {
  const values: Partial<Record<PartnerReasonKind, string[]>> = {
    SHARED_OBJECTIVE: it.objectives.map(String),
    ASKED_OBJECTIVE: it.objectives.map(String),
    SHARED_SECTOR: it.sectors,
    SHARED_AREA: it.areas.map(areaOf),
    SHARED_LANGUAGE: it.languages,
  };
  return values[kind] ?? [];
}

function fits(it: Organisation, seeker: Organisation, { objectives, context }: PartnersAsked) {
  if (objectives && !objectives.some((number) => it.objectives.includes(number))) return false;
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
  model.network.practices
    .filter(
      (practice) =>
        model.shown.has(practice.id) &&
        practice.state === "PUBLISHED" &&
        practice.implementers.includes(id) &&
        practice.objectives.some((number) => wanted.includes(number)),
    )
    .map((practice) => practice.id);
