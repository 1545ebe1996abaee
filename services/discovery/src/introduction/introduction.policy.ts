import type { LandscapeView } from "../landscape/landscape-view.policy.ts";
import { type RecordedKind, TieKind } from "../tie/tie.enum.ts";
import { relationshipSentence, togetherSentence } from "./introduction-sentence.policy.ts";

export interface IntroductionStep {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly kind: TieKind;
  readonly reason: string;
}

export interface Introduction {
  readonly steps: readonly IntroductionStep[];
}

/** How far it is from one organisation to the next: the less, the warmer. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly kind: RecordedKind;
  readonly distance: number;
  /** Worked out for the steps that are shown only. */
  readonly reason: () => string;
}

const DISTANCES: Record<RecordedKind, number> = {
  RELATIONSHIP: 1,
  PRACTICE: 1.2,
  SEAT: 1.5,
  NETWORK_MEMBERSHIP: 2.5,
};

/** In a larger circle nobody knows everybody. */
const LARGEST_CIRCLE = 200;

/** The warmest ways from one organisation to others, over at most three steps that can be seen. */
export class Introductions {
  private readonly known = new Map<number, ReadonlyMap<number, Step>>();

  constructor(
    private readonly view: LandscapeView,
    private readonly start: number,
  ) {}

  /** Null where there is no way. */
  to(end: number): Introduction | null {
    const near = this.around(this.start);
    const direct = near.get(end);
    if (direct) return this.told([direct]);
    let best: { readonly steps: readonly Step[]; readonly distance: number } | null = null;
    const offer = (steps: readonly Step[]) => {
      const distance = steps.reduce((sum, step) => sum + step.distance, 0);
      if (best === null || distance < best.distance) best = { steps, distance };
    };
    const shortest = () => best?.distance ?? Infinity;
    for (const [last, { kind, distance, reason }] of this.around(end)) {
      const final = { from: last, to: end, kind, distance, reason };
      const first = near.get(last);
      if (first) offer([first, final]);
      for (const before of last === this.start ? [] : this.view.partnersOf(last)) {
        const way = before === end ? undefined : near.get(before);
        const all = (way?.distance ?? Infinity) + DISTANCES.RELATIONSHIP + distance;
        if (way && all < shortest()) offer([way, this.related(before, last), final]);
      }
    }
    const found = best as { readonly steps: readonly Step[] } | null;
    return found && this.told(found.steps);
  }

  private told(steps: readonly Step[]): Introduction {
    const idOf = (number: number) => this.view.landscape.organisations[number]?.id ?? "";
    return {
      steps: steps.map(({ from, to, kind, reason }) => ({
        from: { id: idOf(from) },
        to: { id: idOf(to) },
        kind,
        reason: reason(),
      })),
    };
  }

  /** Who is one step away, each by the warmest tie. */
  private around(organisation: number): ReadonlyMap<number, Step> {
    const known = this.known.get(organisation);
    if (known) return known;
    const found = new Map<number, Step>();
    const offer = (step: Step) => {
      if (step.to === organisation) return;
      const other = found.get(step.to);
      if (other === undefined || step.distance < other.distance) found.set(step.to, step);
    };
    for (const partner of this.view.partnersOf(organisation)) {
      offer(this.related(organisation, partner));
    }
    for (const { id, name, kind } of this.view.circlesOf(organisation)) {
      const members = this.view.membersOf(id);
      if (members.length > LARGEST_CIRCLE) continue;
      for (const to of members) {
        if ((found.get(to)?.distance ?? Infinity) <= DISTANCES[kind]) continue;
        const reason = () => togetherSentence(kind, this.names(organisation, to), name);
        offer({ from: organisation, to, kind, distance: DISTANCES[kind], reason });
      }
    }
    this.known.set(organisation, found);
    return found;
  }

  /** The step between two partners. */
  private related(from: number, to: number): Step {
    const kind = TieKind.RELATIONSHIP;
    const reason = () => this.relationshipOf(from, to);
    return { from, to, kind, distance: DISTANCES[kind], reason };
  }

  /** In words, the relationship that began last; one whose beginning nobody knows comes after those. */
  private relationshipOf(from: number, to: number): string {
    const [arc] = this.view.landscape.relationships
      .between(from, to)
      .filter(({ tie }) => this.view.holds(tie))
      .sort(({ tie: one }, { tie: other }) =>
        (one.startDate ?? "") < (other.startDate ?? "") ? 1 : -1,
      );
    if (!arc) throw new Error("Two who are partners have no relationship");
    const [source, target] = arc.isOutward ? [from, to] : [to, from];
    return relationshipSentence(arc.tie, this.names(source, target));
  }

  private names(one: number, other: number): readonly [string, string] {
    const { organisations } = this.view.landscape;
    return [organisations[one]?.name ?? "", organisations[other]?.name ?? ""];
  }
}
