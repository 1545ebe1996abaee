import type { Arc, LandscapeTie } from "./landscape-tie.value.ts";

export interface NumberedTie {
  readonly from: number;
  readonly to: number;
  readonly tie: LandscapeTie;
}

/**
 * The relationships of all organisations, seen from both of their ends. There are hundreds of
 * thousands: they lie in arrays of numbers, and become objects where somebody looks at them.
 */
export class RelationshipArcs {
  /** Where those of each organisation begin, and behind the last where they end. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  /** Which of `said`. */
  private readonly ties: Int32Array;
  private readonly outward: Uint8Array;
  private readonly said: readonly LandscapeTie[];

  constructor(organisations: number, relationships: readonly NumberedTie[]) {
    const placeOf = new Map<LandscapeTie, number>();
    for (const { tie } of relationships) {
      if (!placeOf.has(tie)) placeOf.set(tie, placeOf.size);
    }
    this.said = [...placeOf.keys()];
    this.starts = startsOf(organisations, relationships);
    const next = this.starts.slice();
    const count = 2 * relationships.length;
    this.ends = new Int32Array(count);
    this.ties = new Int32Array(count);
    this.outward = new Uint8Array(count);
    for (const { from, to, tie } of relationships) {
      for (const [near, far, isOutward] of [[from, to, 1] as const, [to, from, 0] as const]) {
        const at = next[near] ?? 0;
        next[near] = at + 1;
        this.ends[at] = far;
        this.ties[at] = placeOf.get(tie) ?? 0;
        this.outward[at] = isOutward;
      }
    }
  }

  of(organisation: number): Arc<number>[] {
    return this.arcs(organisation, () => true);
  }

  between(from: number, to: number): Arc<number>[] {
    return this.arcs(from, (far) => far === to);
  }

  private arcs(organisation: number, isMeant: (far: number) => boolean): Arc<number>[] {
    const arcs: Arc<number>[] = [];
    const end = this.starts[organisation + 1] ?? 0;
    for (let at = this.starts[organisation] ?? 0; at < end; at += 1) {
      const [to, tie] = [this.ends[at] ?? -1, this.said[this.ties[at] ?? -1]];
      if (tie && isMeant(to)) arcs.push({ to, tie, isOutward: this.outward[at] === 1 });
    }
    return arcs;
  }
}

function startsOf(organisations: number, relationships: readonly NumberedTie[]): Int32Array {
  const starts = new Int32Array(organisations + 1);
  const count = (end: number) => {
    starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  };
  for (const { from, to } of relationships) {
    count(from);
    count(to);
  }
  for (let at = 0; at < organisations; at += 1) {
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  }
  return starts;
}
