import type { LandscapeOrganisation } from "../landscape/landscape.value.ts";

/** A place in the ranking. */
export interface Ranked {
  readonly organisation: number;
  readonly id: string;
  readonly points: number;
}

/** A ranking by the numbers of organisations in the landscape, the best first. */
interface Numbered {
  readonly numbers: Int32Array;
  /** Of each place. */
  readonly points: Int32Array;
}

/**
 * The places of a ranking, the best first, and by id where equal. They are kept as numbers: a page
 * shows few of them, and an object for each would be megabytes for each question in a large network.
 */
export class RankedPlaces implements Iterable<Ranked> {
  constructor(
    private readonly organisations: readonly Pick<LandscapeOrganisation, "id">[],
    private readonly ranked: Numbered,
  ) {}

  get length(): number {
    return this.ranked.numbers.length;
  }

  /** As of an array. */
  slice(from: number, until: number): Ranked[] {
    const places: Ranked[] = [];
    for (let place = from; place < Math.min(until, this.length); place += 1) {
      places.push(this.placeAt(place));
    }
    return places;
  }

  /** How many places come before what lies behind this one, whether or not it is ranked itself. */
  countTo({ points, id }: Pick<Ranked, "points" | "id">): number {
    let [from, until] = [0, this.length];
    while (from < until) {
      const middle = (from + until) >>> 1;
      const its = this.placeAt(middle);
      const isBehind = its.points < points || (its.points === points && its.id > id);
      if (isBehind) until = middle;
      else from = middle + 1;
    }
    return from;
  }

  *[Symbol.iterator](): Generator<Ranked> {
    for (let place = 0; place < this.length; place += 1) yield this.placeAt(place);
  }

  private placeAt(place: number): Ranked {
    const organisation = this.ranked.numbers[place] ?? 0;
    const id = this.organisations[organisation]?.id ?? "";
    return { organisation, id, points: this.ranked.points[place] ?? 0 };
  }
}
