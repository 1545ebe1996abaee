import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { roomsOutcome } from "./rooms-check.ts";

const house = fileURLToPath(new URL("../../..", import.meta.url));
const CONFIGS = [".dependency-cruiser.cjs", ".dependency-cruiser.features.cjs"];

/** Files by their path; each is the specifiers that it imports. */
type Tree = Readonly<Record<string, readonly string[]>>;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "convene-rooms-"));
  symlinkSync(join(house, "node_modules"), join(root, "node_modules"));
  for (const config of CONFIGS) copyFileSync(join(house, config), join(root, config));
  const compilerOptions = { module: "nodenext", allowImportingTsExtensions: true, noEmit: true };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions }));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function build(tree: Tree): void {
  for (const [path, imports] of Object.entries(tree)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    const lines = imports.map((name, index) => `import * as a${index} from "${name}";\na${index};`);
    writeFileSync(join(root, path), [...lines, "export const here = 1;\n"].join("\n"));
  }
}

/** `rule: file`, for each wall that was broken. */
async function broken(): Promise<string[]> {
  const { passed, output } = await roomsOutcome(root, new AbortController().signal);
  const found = [...output.matchAll(/error ([a-z-]+): (\S+)/g)];
  expect(passed).toBe(found.length === 0);
  return [...new Set(found.map(([, rule, file]) => `${rule ?? ""}: ${file ?? ""}`))].toSorted();
}

const LEAVES = ["shared/src/a.ts", "gateway/src/a.ts", "platform/src/a.ts", "web/src/a.ts"];
const S = "services/meetings/src";
const leaves = Object.fromEntries(LEAVES.map((path) => [path, []]));

/** For each rule the files that break it. */
const WRONG: Readonly<Record<string, Tree>> = {
  "no-cycles": { [`${S}/c/one.value.ts`]: ["./two.value.ts"] },
  "shared-knows-nobody": { "shared/src/input.ts": ["../../gateway/src/a.ts"] },
  "services-are-strangers": {
    [`${S}/agenda/agenda.enum.ts`]: ["../../../practices/src/x/x.enum.ts"],
    [`${S}/agenda/agenda.type.ts`]: ["../../../../platform/src/a.ts"],
  },
  "gateway-and-web-see-schemas-not-code": {
    "gateway/src/compose.ts": ["../../services/practices/src/x/x.enum.ts"],
    "web/src/page.ts": ["../../services/practices/src/x/x.enum.ts"],
  },
  "web-sees-itself-alone": { "web/src/text.ts": ["../../shared/src/a.ts"] },
  "gateway-mounts-no-web": { "gateway/src/mount.ts": ["../../web/src/a.ts"] },
  "resolvers-do-not-touch-the-database": { [`${S}/m/m.resolver.ts`]: ["typeorm"] },
  "services-do-not-know-graphql-or-http": {
    [`${S}/m/graph.service.ts`]: ["graphql"],
    [`${S}/m/http.service.ts`]: ["node:http"],
    [`${S}/m/edge.service.ts`]: ["../n/n.loaders.ts"],
  },
  "policies-are-pure": {
    [`${S}/m/sql.policy.ts`]: ["typeorm"],
    [`${S}/m/rule.policy.ts`]: ["../n/n.repository.ts"],
  },
  "values-know-no-table-and-no-viewer": {
    [`${S}/m/sql.value.ts`]: ["typeorm"],
    [`${S}/m/viewer.value.ts`]: ["../../../../shared/src/viewer.ts"],
  },
  "entities-know-only-entities": { [`${S}/m/m.entity.ts`]: ["../n/n.repository.ts"] },
  "tests-are-leaves": { [`${S}/m/m.job.ts`]: ["../../test/factories.ts"] },
  // Reported by folder, from both sides.
  "features-form-a-tree": { [`${S}/x`]: [], [`${S}/y`]: [] },
};

/** What stands at the other end, and breaks nothing by itself. */
const RIGHT: Tree = {
  ...leaves,
  "shared/src/viewer.ts": [],
  "services/practices/src/x/x.enum.ts": [],
  [`${S}/n/n.loaders.ts`]: ["dataloader"],
  [`${S}/n/n.repository.ts`]: ["typeorm"],
  [`${S}/n/n.entity.ts`]: ["typeorm", "type-graphql"],
  [`${S}/n/n.service.ts`]: ["typeorm", "./n.policy.ts", "../../../../shared/src/viewer.ts"],
  [`${S}/n/n.policy.ts`]: ["../../../../shared/src/viewer.ts"],
  [`${S}/n/n.value.ts`]: ["temporal-polyfill"],
  [`${S}/n/n.resolver.ts`]: ["type-graphql", "./n.service.ts"],
  [`${S}/n/n.test.ts`]: ["../../test/factories.ts", "../schema.ts"],
  [`${S}/schema.ts`]: ["./n/n.resolver.ts", "./y/two.enum.ts"],
  [`${S}/y/one.enum.ts`]: [],
  [`${S}/y/two.enum.ts`]: [],
  "services/meetings/test/factories.ts": ["../src/n/n.service.ts", "../src/y/two.enum.ts"],
  "platform/src/start.ts": ["../../services/practices/src/x/x.enum.ts", "../../gateway/src/a.ts"],
};

describe("rooms", () => {
  it("lets a house in order pass", async () => {
    build(RIGHT);
    expect(await broken()).toEqual([]);
  });

  it("sees each wall that is broken, and no other", async () => {
    const { "features-form-a-tree": _, ...files } = WRONG;
    const wrong: Tree = Object.assign({}, ...Object.values(files));
    build({
      ...RIGHT,
      ...wrong,
      [`${S}/c/two.value.ts`]: ["./one.value.ts"],
      // No circle of files, but one of features.
      [`${S}/x/one.enum.ts`]: ["../y/one.enum.ts"],
      [`${S}/x/two.enum.ts`]: [],
      [`${S}/y/two.enum.ts`]: ["../x/two.enum.ts"],
    });
    const expected = Object.entries(WRONG).flatMap(([rule, tree]) =>
      Object.keys(tree).map((path) => `${rule}: ${path}`),
    );
    expect(await broken()).toEqual(expected.toSorted());
  });

  it("has a case here for every rule there is", () => {
    const require = createRequire(import.meta.url);
    const rules = CONFIGS.flatMap(
      (config) => (require(join(house, config)) as { forbidden: { name: string }[] }).forbidden,
    );
    expect(rules.map(({ name }) => name).toSorted()).toEqual(Object.keys(WRONG).toSorted());
  });
});
