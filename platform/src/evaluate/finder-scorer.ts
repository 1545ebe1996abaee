import { join } from "node:path";
import { PartnerContext } from "@convene/discovery/partner/partner.enum";
import { partnerRankings } from "@convene/discovery/partner/shared-ranking.service";
import { today } from "@convene/shared/today";
import { importFile } from "../import/import-file.ts";
import type { ImportKind } from "../import/import-kind.ts";
import { StartError } from "../postgres/start-error.ts";
import type { OpenedServices } from "../runtime/services.ts";
import type { NetworkSplit } from "./network-split.ts";
import { NOT_SUGGESTED, type Scorer } from "./score-table.ts";

/** The product on a database that holds nothing yet. */
export type ScratchGraph = Pick<OpenedServices, "services" | "catchUp">;

const SCHEME = "evaluation";

const FILES: readonly (readonly [ImportKind, string])[] = [
  ["organisations", "organisations.csv"],
  ["presence", "presence.csv"],
  ["relationships", "collaborations.csv"],
];

/**
 * Loads what is known through the product's own import and change feeds, lets it learn as it does
 * every day, and asks its own ranking of partners: the one that the API answers by pages.
 */
export async function finderScorer(
  graph: ScratchGraph,
  folder: string,
  { organisations }: NetworkSplit,
): Promise<Scorer> {
  const { discovery } = graph.services;
  await load(graph, folder);
  const day = today();
  await discovery.definition.daily?.(discovery.parts, day);
  const ids = await idsIn(graph);
  const numberOf = new Map(
    organisations.flatMap(({ id }, number) => {
      const known = ids.get(id.toLowerCase());
      return known === undefined ? [] : [[known, number] as const];
    }),
  );
  const rankings = partnerRankings(discovery.parts.db.manager);
  return async (seeker) => {
    const { id = "", country = "" } = organisations[seeker] ?? {};
    const hasCountry = country !== "" || organisations.every((it) => it.country === "");
    const ranking = await rankings.rank(null, day, {
      for: ids.get(id.toLowerCase()) ?? "",
      context: hasCountry ? PartnerContext.SAME_COUNTRY : PartnerContext.ANY,
      objectives: null,
      brief: null,
      filter: null,
    });
    const scores = new Float64Array(organisations.length).fill(NOT_SUGGESTED);
    for (const { id: found, points } of ranking?.ranked ?? []) {
      const number = numberOf.get(found);
      if (number !== undefined) scores[number] = points;
    }
    return scores;
  };
}

async function load({ services, catchUp }: ScratchGraph, folder: string): Promise<void> {
  for (const [kind, file] of FILES) {
    const path = join(folder, file);
    const report = await importFile(services, {
      kind,
      path,
      dryRun: false,
      map: [],
      scheme: SCHEME,
    });
    const taken = report.created + report.updated + report.unchanged;
    if (kind === "organisations" && taken === 0) {
      throw new StartError(`The import took no organisation of ${file} in.`);
    }
  }
  await catchUp();
}

/** The product's ids by those of the files. */
async function idsIn({ services }: ScratchGraph): Promise<ReadonlyMap<string, string>> {
  const rows = await services.stakeholders.parts.db.query<{ value: string; id: string }[]>(
    "SELECT lower(value) AS value, organisation_id AS id FROM organisation_identifier",
  );
  return new Map(rows.map(({ value, id }) => [value, id]));
}
