import { createHash } from "node:crypto";
import { foldWords } from "@convene/shared/table/text-folding";
import { column, type NetworkFiles } from "./network-files.ts";

/** The numbers of two organisations, the smaller first. */
export type Pair = readonly [number, number];

export interface KnownOrganisation {
  readonly id: string;
  /** Blank where nobody knows. */
  readonly country: string;
  /** Sectors and areas, each once, as the files have them. */
  readonly profile: ReadonlySet<string>;
}

/** What is known of a network, and what is held out of it. */
export interface NetworkSplit {
  readonly organisations: readonly KnownOrganisation[];
  readonly train: readonly Pair[];
  /** Both of the same country. */
  readonly test: readonly Pair[];
  /** Rows that could not be used, in words. */
  readonly notes: readonly string[];
}

const FOLD_PERCENT = 25;

/** As the column `split` says: a pair that any row of train names is known. */
export function splitOf(files: NetworkFiles): NetworkSplit {
  const organisations = organisationsOf(files);
  const numberOf = new Map(organisations.map(({ id }, number) => [id, number]));
  const found = { train: new Map<string, Pair>(), test: new Map<string, Pair>() };
  const splits = column(files.collaborations, "split");
  const targets = column(files.collaborations, "target_org_id");
  let unknown = 0;
  column(files.collaborations, "source_org_id").forEach((sourceId, row) => {
    const [source, target] = [numberOf.get(sourceId), numberOf.get(targets[row] ?? "")];
    if (source === undefined || target === undefined || source === target) {
      unknown += 1;
      return;
    }
    const pair = pairOf(source, target);
    found[splits[row]?.toLowerCase() === "test" ? "test" : "train"].set(keyOf(pair), pair);
  });
  const held = [...found.test.values()].filter((pair) => !found.train.has(keyOf(pair)));
  const test = held.filter(([one, other]) => isSameCountry(organisations, one, other));
  const notes = [
    [unknown, "rows name an organisation that is not listed, or one organisation twice"],
    [found.test.size - held.length, "pairs of test are known by train, and not asked for"],
    [held.length - test.length, "pairs of test lie in two countries, and are not asked for"],
  ] as const;
  return {
    organisations,
    train: [...found.train.values()],
    test,
    notes: notes.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}`),
  };
}

/**
 * Holds some of the known pairs out, by chance, and lets the pairs of test be unknown altogether. A
 * pair stays where one of its organisations would be known by nothing else: neither by a place where
 * it works nor by another partner.
 */
export function innerSplit(files: NetworkFiles, split: NetworkSplit, fold: number): NetworkSplit {
  const { organisations, train } = split;
  const working = new Set(column(files.presence, "org_id"));
  const idOf = (number: number) => organisations[number]?.id ?? "";
  const isChosen = ([one, other]: Pair) => {
    const lot = `fold ${fold}|${[idOf(one), idOf(other)].sort().join("|")}`;
    return createHash("sha256").update(lot).digest().readUInt32BE() % 100 < FOLD_PERCENT;
  };
  const known = train.filter((pair) => !isChosen(pair));
  const degrees = degreesOf(organisations.length, known);
  const test: Pair[] = [];
  for (const pair of train.filter(isChosen)) {
    if (pair.some((end) => degrees[end] === 0 && !working.has(idOf(end)))) {
      known.push(pair);
      for (const end of pair) degrees[end] = (degrees[end] ?? 0) + 1;
    } else if (isSameCountry(organisations, ...pair)) test.push(pair);
  }
  return { ...split, train: known, test };
}

const isSameCountry = (all: readonly KnownOrganisation[], one: number, other: number): boolean =>
  all[one]?.country === all[other]?.country;

/** With how many others each organisation is known to work. */
export function degreesOf(organisations: number, pairs: readonly Pair[]): number[] {
  const degrees = Array.from({ length: organisations }, () => 0);
  for (const end of pairs.flat()) degrees[end] = (degrees[end] ?? 0) + 1;
  return degrees;
}

const pairOf = (one: number, other: number): Pair => (one < other ? [one, other] : [other, one]);
export const keyOf = ([one, other]: Pair): string => `${one} ${other}`;

function organisationsOf({ organisations, presence }: NetworkFiles): KnownOrganisation[] {
  const countries = column(organisations, "country_iso3");
  const sectors = column(organisations, "sectors");
  const areas = column(organisations, "adm1_areas");
  const known = new Map<string, { country: string; profile: Set<string> }>();
  column(organisations, "org_id").forEach((id, row) => {
    if (id === "" || known.has(id)) return;
    const profile = new Set([
      ...wordsOf("sector", sectors[row] ?? ""),
      ...wordsOf("area", areas[row] ?? ""),
    ]);
    known.set(id, { country: countries[row] ?? "", profile });
  });
  const [sectorsThere, areasThere] = [column(presence, "sector"), column(presence, "adm1_name")];
  column(presence, "org_id").forEach((id, row) => {
    const profile = known.get(id)?.profile;
    for (const word of wordsOf("sector", sectorsThere[row] ?? "")) profile?.add(word);
    for (const word of wordsOf("area", areasThere[row] ?? "")) profile?.add(word);
  });
  return [...known].map(([id, it]) => ({ id, ...it }));
}

const wordsOf = (kind: string, cell: string): string[] =>
  cell
    .split(";")
    .map(foldWords)
    .filter((word) => word !== "")
    .map((word) => `${kind} ${word}`);
