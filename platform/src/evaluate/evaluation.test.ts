import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { createEmptyDatabase, type ScratchDatabase } from "../../test/demo-database.ts";
import { testSecrets } from "../../test/secrets.ts";
import { settle } from "../../test/settle.ts";
import { type OpenedServices, openServices } from "../runtime/services.ts";
import { evaluate } from "./evaluation.ts";
import { readNetworkFiles } from "./network-files.ts";
import { innerSplit, splitOf } from "./network-split.ts";
import { writeTrainFiles } from "./train-files.ts";

const SIZE = 24;
const ids = Array.from({ length: SIZE }, (_, at) => `org-${String(at).padStart(2, "0")}`);

/** Funders of the first third each work with those of their sector, of the other two thirds. */
const sectorOf = (at: number) => ["Housing", "Health", "Legal aid"][at % 3] ?? "";
const pairs = ids.flatMap((source, at) =>
  at >= SIZE / 3
    ? []
    : ids.flatMap((target, to) =>
        to >= SIZE / 3 && sectorOf(at) === sectorOf(to) ? [[source, target] as const] : [],
      ),
);
const isHeld = (at: number) => at % 5 === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-invented-"));
  const table = (name: string, header: string, rows: readonly string[]) =>
    writeFile(join(folder, `${name}.csv`), [header, ...rows].join("\r\n"));
  await table(
    "organisations",
    "org_id,name,org_type,country_iso3,sectors,adm1_areas",
    ids.map((id, at) => `${id},Name of ${id},,,${sectorOf(at)},North; South`),
  );
  await table(
    "presence",
    "country_iso3,org_id,sector,adm1_name,adm1_code",
    ids.map((id, at) => `,${id},${sectorOf(at)},"North, upper",`),
  );
  await table("collaborations", "source_org_id,target_org_id,relation,country_iso3,split", [
    ...pairs.map(([a, b], at) => `${a},${b},co-chairs with,,${isHeld(at) ? "test" : "train"}`),
    // The same pair turned round is one pair, and known by any row of train.
    `${pairs[1]?.[1]},${pairs[1]?.[0]},partner,,test`,
    `${ids[0]},${ids[0]},partner,,train`,
    `${ids[0]},somebody-else,partner,,test`,
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("takes each pair once, known where any row says so, and tells what it cannot use", async () => {
  const { train, test, notes } = splitOf(await readNetworkFiles(folder));
  const held = pairs.filter((_, at) => isHeld(at));
  expect(test).toHaveLength(held.length);
  expect(train).toHaveLength(pairs.length - held.length);
  expect(notes).toEqual([
    "2 rows name an organisation that is not listed, or one organisation twice",
    "1 pairs of test are known by train, and not asked for",
  ]);
});

it("never lets the importers see a pair that is held out, of the test or of an inner fold", async () => {
  const files = await readNetworkFiles(folder);
  const split = splitOf(files);
  const out = await mkdtemp(join(tmpdir(), "convene-train-"));
  for (const each of [split, innerSplit(files, split, 1), innerSplit(files, split, 2)]) {
    await writeTrainFiles(out, files, each);
    const text = await readFile(join(out, "collaborations.csv"), "utf8");
    for (const [one, other] of [...split.test, ...each.test]) {
      const [a = "", b = ""] = [ids[one], ids[other]];
      expect(text.split("\r\n").filter((row) => row.includes(a) && row.includes(b))).toEqual([]);
    }
    expect(text.trim().split("\r\n")).toHaveLength(1 + each.train.length);
  }
  const again = innerSplit(files, split, 1);
  expect(innerSplit(files, split, 1)).toEqual(again);
  expect(innerSplit(files, split, 2).test).not.toEqual(again.test);
  await rm(out, { recursive: true });
});

describe("on a database of its own", () => {
  let database: ScratchDatabase;
  let opened: OpenedServices;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    const { secret } = await testSecrets();
    opened = await openServices({ adminUrl: database.url, secret }, pino({ level: "silent" }));
  }, 60_000);
  afterAll(async () => {
    await opened.stop();
    await database.drop();
  });

  it("asks the product's own ranking, which finds what profiles and ties tell, beside the baselines", async () => {
    const files = await readNetworkFiles(folder);
    const split = splitOf(files);
    const graph = { services: opened.services, catchUp: () => settle(opened) };
    const methods = await evaluate(files, split, graph);
    expect(methods.map(({ method }) => method)).toEqual([
      "convene",
      "popularity",
      "common-neighbours",
      "adamic-adar",
      "profile-overlap",
      "profile-overlap-idf",
    ]);
    const [convene, popularity] = methods;
    expect(convene?.auc).toBeGreaterThan(0.9);
    expect(convene?.auc).toBeGreaterThan(popularity?.auc ?? 1);
    expect(convene?.hitsAt10).toBe(1);
    const [low = 1, high = 0] = convene?.intervals.mrr ?? [];
    expect(low).toBeLessThanOrEqual(convene?.mrr ?? 0);
    expect(high).toBeGreaterThanOrEqual(convene?.mrr ?? 1);
  }, 60_000);
});
