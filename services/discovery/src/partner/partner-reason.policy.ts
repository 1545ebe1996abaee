import type { LandscapeOrganisation } from "../landscape/landscape.value.ts";
import { PartnerReasonKind } from "./partner.enum.ts";
import { cosineOf, similarTo } from "./partner-likeness.policy.ts";
import type { Ranking } from "./partner-ranking.policy.ts";
import { type PartnerWeights, pointsOf, scoreOf } from "./partner-score.policy.ts";
import { partnersOf } from "./partner-search.policy.ts";
import { sentenceOf } from "./partner-sentence.policy.ts";
import { type SharedTerm, sharedTerms } from "./partner-term.policy.ts";

/** One thing that speaks for somebody, and how people call it. */
export interface Finding {
  readonly value: string;
  readonly label: string;
}

export interface Reason {
  readonly kind: PartnerReasonKind;
  readonly values: string[];
  readonly weight: number;
  readonly sentence: string;
}

/** So many organisations are named in a reason, those that count the most. */
const MOST_NAMED = 10;

/** Tells of organisations in a ranking why they stand where they do. */
export class PartnerReasons {
  private readonly terms: readonly SharedTerm[];
  private readonly similar: readonly number[];

  constructor(
    private readonly ranking: Ranking,
    private readonly weights: PartnerWeights,
  ) {
    const { search } = ranking;
    this.terms = sharedTerms(search).sort(
      (one, other) => other.rarity - one.rarity || byValue.compare(one.value, other.value),
    );
    this.similar = similarTo(search).map(({ organisation }) => organisation);
  }

  /** The weightiest first. The weights add up to its score. */
  of(organisation: number): Reason[] {
    const kinds = Object.values(PartnerReasonKind);
    return kinds
      .flatMap((kind) => this.reason(kind, organisation) ?? [])
      .sort(
        (one, other) =>
          other.weight - one.weight || kinds.indexOf(one.kind) - kinds.indexOf(other.kind),
      );
  }

  private reason(kind: PartnerReasonKind, organisation: number): Reason | null {
    const amount = this.ranking.evidence.get(kind)?.[organisation] ?? 0;
    const findings = this.findings(kind, organisation);
    if (amount === 0 && findings.length === 0) return null;
    return {
      kind,
      values: findings.map(({ value }) => value),
      weight: scoreOf(amount === 0 ? 0 : pointsOf(kind, amount, this.weights)),
      sentence: sentenceOf(
        kind,
        findings.map(({ label }) => label),
      ),
    };
  }

  private findings(kind: PartnerReasonKind, organisation: number): readonly Finding[] {
    const find = this.finders[kind];
    if (find) return find(organisation);
    return this.terms.filter((it) => it.kind === kind && it.holders.includes(organisation));
  }

  /** For the kinds that are no value which both have. */
  private readonly finders: Partial<
    Record<PartnerReasonKind, (organisation: number) => readonly Finding[]>
  > = {
    WORKS_WITH_SIMILAR: (it) => this.named(this.similar.filter((other) => this.areTied(other, it))),
    RESEMBLES_PARTNER: (it) => this.named(this.resembled(it)),
    COMMON_PARTNER: (it) =>
      this.named(partnersOf(this.ranking.search).filter((other) => this.areTied(other, it))),
    WELL_CONNECTED: (it) => {
      const partners = this.ranking.search.view.partnersOf(it).length;
      return partners > 0 ? [plain(String(partners))] : [];
    },
    RECENTLY_CONFIRMED: (it) => {
      const amounts = this.ranking.evidence.get(PartnerReasonKind.RECENTLY_CONFIRMED);
      const day = this.organisation(it)?.lastConfirmedOn;
      return day && amounts?.[it] ? [plain(day)] : [];
    },
    PUBLISHED_PRACTICE: (it) => this.practices(it),
    DIFFERENT_CONTEXT: (it) => {
      const own = this.organisation(this.ranking.search.seeker)?.countries ?? [];
      return (this.organisation(it)?.countries ?? [])
        .filter((country) => !own.includes(country))
        .map(plain);
    },
  };

  private organisation(number: number): LandscapeOrganisation | undefined {
    return this.ranking.search.view.landscape.organisations[number];
  }

  private areTied(one: number, other: number): boolean {
    return this.ranking.search.view.partnersOf(one).includes(other);
  }

  private practices(organisation: number): Finding[] {
    const { view, objectives, seeker } = this.ranking.search;
    const wanted = objectives ?? view.landscape.organisations[seeker]?.profile.objectives ?? [];
    return view
      .practicesOf(organisation, wanted)
      .map(({ id, name }) => ({ value: id, label: name }));
  }

  private resembled(organisation: number): number[] {
    const { search } = this.ranking;
    return partnersOf(search)
      .map((partner) => ({ partner, like: cosineOf(search, partner, organisation) }))
      .filter(({ like }) => like > 0)
      .sort((one, other) => other.like - one.like || one.partner - other.partner)
      .map(({ partner }) => partner);
  }

  private named(organisations: readonly number[]): Finding[] {
    const all = this.ranking.search.view.landscape.organisations;
    return organisations.slice(0, MOST_NAMED).flatMap((number) => {
      const it = all[number];
      return it ? { value: it.id, label: it.name } : [];
    });
  }
}

const plain = (value: string): Finding => ({ value, label: value });

/** Objective 7 before objective 13. */
const byValue = new Intl.Collator("en", { numeric: true });
