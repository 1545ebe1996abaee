import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gexf } from "@convene/discovery/network-export/gexf.value";
import { graphml } from "@convene/discovery/network-export/graphml.value";
import type { ExportedGraph } from "@convene/discovery/network-export/exported-graph.value";
import { linkedData } from "@convene/discovery/network-export/linked-data.value";
import { edgesCsv, nodesCsv } from "@convene/discovery/network-export/network-table.value";
import { nodeLink } from "@convene/discovery/network-export/node-link.value";
import { popolo } from "@convene/discovery/network-export/popolo.value";
import { TieKind } from "@convene/discovery/tie/tie.enum";
import { practices } from "@convene/practices/definition";
import { createHarness } from "@convene/shared/testing/harness";
import { stakeholders } from "@convene/stakeholders/definition";
import fc from "fast-check";
import { importFile } from "./import-file.ts";

const who = createHarness(stakeholders);
const what = createHarness(practices);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-network-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** As `networkGraph` writes a network: in one file, or in two that are taken in one after the other. */
const FORMS: Readonly<Record<string, readonly ((graph: ExportedGraph) => string)[]>> = {
  graphml: [graphml],
  gexf: [gexf],
  nodeLink: [nodeLink],
  csv: [nodesCsv, edgesCsv],
  popolo: [popolo],
  linkedData: [linkedData],
};

const TYPES = ["FUNDS", "PARTNER", "HOSTS", "MEMBER_OF_UMBRELLA"];
const IDS = Array.from({ length: 5 }, (_, at) => `org_${String(at).padStart(26, "0")}`);
const signs = fc.constantFrom(...Array.from("aé中🙂 ,;\"'&<>=+-@#|\\"), "]]>", "\n");
const NETWORKS = Array.from({ length: 2 }, (_, at) => `net_${String(at).padStart(26, "0")}`);
/** For how much of the world a network is, and for which countries: which a country network has one of. */
const area = fc.oneof(
  fc.record({
    networkKind: fc.constant("COUNTRY"),
    countries: fc.constantFrom("KE", "UG").map((country) => [country]),
  }),
  fc.record({
    networkKind: fc.constantFrom("REGIONAL", "GLOBAL"),
    countries: fc.subarray(["UG", "KE", "GB"]),
  }),
);
const ROLES = ["MEMBER", "HOST", "OBSERVER", "SECRETARIAT"];
const label = fc.string({ unit: signs, maxLength: 12 }).map((text) => `=${text}House`);
const day = fc.constantFrom("2020-02-29", null);

/** Of one type there is one relationship between the same two that has not ended. */
const network: fc.Arbitrary<ExportedGraph> = fc
  .subarray(IDS, { minLength: 1 })
  .chain((ids) => {
    const end = fc.constantFrom(...ids);
    const tie = fc.record({
      ...{ id: fc.uuid(), source: end, target: end, label: fc.constantFrom(...TYPES) },
      ...{ kind: fc.constant(TieKind.RELATIONSHIP), startDate: day },
      endDate: fc.constantFrom("2999-01-01", null),
      // A file is of what is recorded.
      ...{ evidenceCount: fc.constant(null), inheritedFrom: fc.constant(null) },
    });
    const belonging = fc.record({
      ...{ id: fc.uuid(), source: end, target: fc.constantFrom(...NETWORKS) },
      ...{ label: fc.constantFrom(...ROLES), kind: fc.constant(TieKind.NETWORK_MEMBERSHIP) },
      ...{ startDate: fc.constant("2020-02-29"), endDate: fc.constantFrom("2999-01-01", null) },
      ...{ evidenceCount: fc.constant(null), inheritedFrom: fc.constant(null) },
    });
    return fc.record({
      nodes: fc.tuple(
        ...ids.map((id) => label.map((text) => ({ id, label: text }))),
        // By their names they are known again.
        ...NETWORKS.map((id, at) =>
          fc
            .tuple(label, area)
            .map(([text, where]) => ({ id, label: `${text} ${String(at)}`, ...where })),
        ),
      ),
      edges: fc.uniqueArray(fc.oneof(tie, belonging), {
        selector: (it) => [it.label, ...[it.source, it.target].sort()].join(),
        maxLength: 12,
      }),
      places: fc.constant([]),
    });
  })
  .map((graph) => ({ ...graph, edges: graph.edges.filter((it) => it.source !== it.target) }));

/** What the stakeholders know now, as it would be written. */
async function kept(): Promise<ExportedGraph> {
  const nodes = await who.db().query(`SELECT id, name AS label, NULL AS "networkKind",
    NULL::text[] AS countries FROM organisation
    UNION ALL SELECT id, name, kind, countries FROM network`);
  const edges = await who.db().query(`SELECT id, 'RELATIONSHIP' AS kind, type AS label,
    source_id AS source, target_id AS target, start_date::text AS "startDate",
    end_date::text AS "endDate" FROM relationship
    UNION ALL SELECT id, 'NETWORK_MEMBERSHIP', role, organisation_id, network_id,
    start_date::text, end_date::text FROM network_member`);
  return { nodes, edges, places: [] };
}

/** Without the ids, which another place gives anew. Partners are so both ways. */
function told({ nodes, edges }: ExportedGraph) {
  const labels = new Map(nodes.map((node) => [node.id, node.label]));
  const ties = edges.map(({ source, target, kind, label, startDate, endDate }) => {
    const ends = [source, target].map((id) => labels.get(id) ?? "");
    return [...(label === "PARTNER" ? ends.sort() : ends), kind, label, startDate, endDate];
  });
  const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
  const named = nodes.map(({ label, networkKind = null, countries = null }) => [
    ...[label, networkKind, countries],
  ]);
  return { nodes: sorted(named), ties: sorted(ties) };
}

async function take(text: string) {
  const path = join(folder, "network");
  await writeFile(path, text);
  const services = { stakeholders: who.service(), practices: what.service() };
  return importFile(services, { kind: "network", path, dryRun: false, map: [], scheme: "there" });
}

it("has the same network after it is written, taken in elsewhere, and written again", async () => {
  const property = fc.asyncProperty(network, async (graph) => {
    for (const [form, writers] of Object.entries(FORMS)) {
      await who.db().query("TRUNCATE organisation, network CASCADE");
      for (const write of writers) {
        const report = await take(write(graph));
        expect([form, report.skipped, report.problems]).toEqual([form, 0, []]);
      }
      expect([form, told(await kept())]).toEqual([form, told(graph)]);
      for (const write of writers) {
        const { created, updated } = await take(write(graph));
        expect([form, created, updated]).toEqual([form, 0, 0]);
      }
    }
  });
  await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 60_000 });
}, 120_000);
