import { type Latency, latencyLine } from "./latency.ts";

/** What was measured at one size. */
export interface DiscoveryFigures {
  readonly latencies: readonly Latency[];
  readonly reindexSeconds: number;
  /** Resident, of Node with all services, once all was asked. */
  readonly megabytes: number;
}

export interface Bounds {
  /** All in milliseconds, of p95. */
  readonly search: number;
  readonly neighbourhood: number;
  readonly connect: number;
  readonly findPartners: number;
  readonly freshness: number;
  readonly reindexSeconds: number;
  readonly megabytes: number | null;
}

const SMALL: Bounds = {
  search: 40,
  neighbourhood: 30,
  connect: 60,
  findPartners: 60,
  freshness: 1_000,
  reindexSeconds: 20,
  megabytes: null,
};

const LARGE: Bounds = {
  search: 150,
  neighbourhood: 60,
  connect: 150,
  findPartners: 150,
  freshness: 1_000,
  reindexSeconds: 240,
  megabytes: 700,
};

const LARGEST_SMALL = 10_000;

/** What is promised of networks up to 10,000 organisations, and of larger ones. */
export const boundsOf = (organisations: number): Bounds =>
  organisations <= LARGEST_SMALL ? SMALL : LARGE;

interface Told {
  readonly organisations: number;
  readonly figures: DiscoveryFigures;
  /** Of the size before. */
  readonly smaller: DiscoveryFigures | null;
}

export function linesOf({ organisations, figures, smaller }: Told): string[] {
  const bounds = boundsOf(organisations);
  const before = new Map(smaller?.latencies.map(({ name, p95 }) => [name, p95]));
  const whole = (name: string, key: "reindexSeconds" | "megabytes", unit: string) => {
    const [value, bound] = [figures[key], bounds[key]];
    const missed = bound !== null && value > bound ? ", MISSED" : "";
    const goal = bound === null ? "no bound" : `bound ${bound} ${unit}${missed}`;
    return `${name.padEnd(46)}${value.toFixed(1)} ${unit}   ${goal}${growth(value, smaller?.[key])}`;
  };
  return [
    ...figures.latencies.map((one) => latencyLine(one, growth(one.p95, before.get(one.name)))),
    whole("reindex", "reindexSeconds", "s"),
    whole("memory of Node, all services", "megabytes", "MB"),
  ];
}

/** How many times as much as at the size before. */
const growth = (value: number, before: number | undefined): string =>
  before === undefined ? "" : `   × ${(value / before).toFixed(1)}`;
