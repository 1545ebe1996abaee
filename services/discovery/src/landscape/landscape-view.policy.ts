import { Audience, canSee, type Protected } from "@convene/shared/audience";
import type { Viewer } from "@convene/shared/viewer";
import type { TieKind } from "../tie/tie.enum.ts";
import { type RecordedKind } from "../tie/tie.enum.ts";
import type { Arc, LandscapeTie } from "./landscape-tie.value.ts";
import {
  isImplementing,
  type Landscape,
  type Place,
  type PublishedPractice,
} from "./landscape.value.ts";

/** From where the landscape is looked at. */
interface Standpoint {
  readonly day: string;
  /** Who looks for partners: it sees itself, also where it wishes that nobody else does so here. */
  readonly seeker?: number;
}

/**
 * What somebody who looks for partners may see of the landscape on a day. What is hidden, or does
 * not wish to be told of here, is as if it were not there.
 */
export class LandscapeView {
  private readonly seen: Int8Array;
  private readonly partners: (readonly number[] | undefined)[] = [];
  private readonly members = new Map<string, readonly number[]>();
  private readonly whole: Int8Array;
  private degree: Float64Array | null = null;
  private total: number | null = null;
  /** What nobody in particular sees: where nothing is hidden, somebody sees the same. */
  private open: LandscapeView | null = null;

  constructor(
    readonly landscape: Landscape,
    private readonly viewer: Viewer | null,
    private readonly standpoint: Standpoint,
  ) {
    const { seeker } = standpoint;
    this.seen = Int8Array.from(landscape.organisations, (it, number) =>
      (it.isOpenToPartners || number === seeker) && this.allows(it) ? 1 : 0,
    );
    this.whole = new Int8Array(viewer === null ? this.seen.length : 0).fill(-1);
  }

  /** The same on the same day as somebody sees it; of what nobody in particular sees. */
  as(viewer: Viewer): LandscapeView {
    const view = new LandscapeView(this.landscape, viewer, this.standpoint);
    view.open = this;
    return view;
  }

  get day(): string {
    return this.standpoint.day;
  }

  sees(organisation: number): boolean {
    return this.seen[organisation] === 1;
  }

  /** How many organisations there are. */
  count(): number {
    this.total ??= this.seen.reduce((sum, seen) => sum + seen, 0);
    return this.total;
  }

  /** The other ends of its relationships, each once; none of one that is hidden. */
  partnersOf(organisation: number): readonly number[] {
    const known = this.partners[organisation];
    if (known) return known;
    if (this.open?.showsAllOf(organisation)) return this.open.partnersOf(organisation);
    const { relationships } = this.landscape;
    const found = this.sees(organisation) ? this.ends(relationships.of(organisation)) : [];
    this.partners[organisation] = found;
    return found;
  }

  /** For each organisation how many partners it has. */
  degrees(): Float64Array {
    this.degree ??= Float64Array.from(this.seen, (_, number) => this.partnersOf(number).length);
    return this.degree;
  }

  /** The groups where it sits, or its networks, each once. */
  placesOf(organisation: number, kind: TieKind): Place[] {
    const arcs = this.landscape.belongings[organisation] ?? [];
    const ids = arcs.filter(({ tie }) => tie.kind === kind && this.holds(tie)).map(({ to }) => to);
    return [...new Set(ids)].flatMap((id) => {
      const place = this.landscape.places.get(id);
      return place && this.allows(place) ? [place] : [];
    });
  }

  /** Groups, practices and networks where it meets others. */
  circlesOf(organisation: number): (Place & { readonly kind: RecordedKind })[] {
    const { belongings, parts, places, practices } = this.landscape;
    const arcs = [...(belongings[organisation] ?? []), ...(parts[organisation] ?? [])];
    return arcs.flatMap(({ to, tie }) => {
      const place = places.get(to) ?? practices.get(to);
      const isSeen = place !== undefined && this.holds(tie) && this.allows(place);
      return isSeen ? [{ ...place, kind: tie.kind }] : [];
    });
  }

  /** Who is tied to a group, network or practice, each once. */
  membersOf(place: string): readonly number[] {
    const known = this.members.get(place);
    if (known) return known;
    const found = this.ends(this.landscape.tiedTo.get(place) ?? []);
    this.members.set(place, found);
    return found;
  }

  /** What it implemented and was published on one of these objectives, the newest first. */
  practicesOf(organisation: number, objectives: readonly string[]): PublishedPractice[] {
    const wanted = new Set(objectives.map(Number));
    const arcs = this.landscape.parts[organisation] ?? [];
    return arcs
      .filter(({ tie }) => isImplementing(tie))
      .flatMap(({ to }) => this.landscape.practices.get(to) ?? [])
      .filter((practice) => this.isOn(practice, wanted))
      .sort(newestFirst);
  }

  /** For each organisation how many these are, added to what stands there. */
  countPractices(counts: Float64Array, objectives: readonly string[]): void {
    const wanted = new Set(objectives.map(Number));
    for (const [practice, implementers] of this.landscape.implementers) {
      if (!this.isOn(practice, wanted)) continue;
      for (const number of implementers) counts[number] = (counts[number] ?? 0) + 1;
    }
  }

  private isOn(practice: PublishedPractice, wanted: ReadonlySet<number>): boolean {
    return practice.objectives.some((number) => wanted.has(number)) && this.allows(practice);
  }

  /** Whether the tie holds on the day and may be seen, its ends apart. */
  holds(tie: LandscapeTie): boolean {
    return (
      (tie.startDate === null || tie.startDate <= this.day) &&
      (tie.endDate === null || tie.endDate > this.day) &&
      this.allows(tie)
    );
  }

  allows(record: Protected): boolean {
    return record.audience === Audience.PUBLIC || canSee(this.viewer, record);
  }

  /** Whether everybody sees the organisation, its relationships and their other ends. */
  private showsAllOf(organisation: number): boolean {
    if (this.whole[organisation] === -1) {
      const arcs = this.landscape.relationships.of(organisation);
      const isOpen = ({ to, tie }: Arc<number>) => this.sees(to) && this.allows(tie);
      this.whole[organisation] = this.sees(organisation) && arcs.every(isOpen) ? 1 : 0;
    }
    return this.whole[organisation] === 1;
  }

  private ends(arcs: readonly Arc<number>[]): number[] {
    const ends = arcs.filter(({ to, tie }) => this.sees(to) && this.holds(tie)).map(({ to }) => to);
    return [...new Set(ends)].sort((one, other) => one - other);
  }
}

const newestFirst = (one: PublishedPractice, other: PublishedPractice): number =>
  compare(other.publishedAt, one.publishedAt) || compare(one.id, other.id);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
