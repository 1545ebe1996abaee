import { isAllowed, licensedPackages, licenceTable } from "../licence/licences.ts";
import { breakingChangesOutcome } from "./breaking-changes-check.ts";
import type { Check, Outcome } from "./checking.ts";
import { roomsOutcome } from "./rooms-check.ts";
import { structureOutcome } from "./structure-check.ts";
import { runTool } from "./tool.ts";

interface Tool {
  readonly name: string;
  readonly proves: string;
  readonly script: string;
  readonly args: readonly string[];
}

const cache = (place: string) => [
  "--cache",
  "--cache-strategy=content",
  `--cache-location=node_modules/.cache/${place}`,
];

/** Those that take longest first. */
const TOOLS: readonly Tool[] = [
  {
    name: "eslint",
    proves: "strictTypeChecked and the limits of the house style hold",
    script: "node_modules/eslint/bin/eslint.js",
    // A type that changes here can break a rule in a file that lies in the cache as clean. A fresh
    // checkout has no cache, so CI sees it.
    args: [".", "--max-warnings=0", ...cache("eslint/")],
  },
  {
    name: "types",
    proves: "the types agree",
    script: "node_modules/typescript/bin/tsc",
    args: ["-p", "tsconfig.json", "--pretty", "false"],
  },
  {
    name: "schema",
    proves:
      "every schema.graphql, the supergraph and the table of permissions are what the code says",
    script: "platform/bin/convene.mjs",
    args: ["schema", "--check"],
  },
  {
    name: "knip",
    proves: "no file, export or dependency is unused or unlisted",
    script: "node_modules/knip/bin/knip.js",
    args: ["--no-progress"],
  },
  {
    name: "prettier",
    proves: "everything is formatted",
    script: "node_modules/prettier/bin/prettier.cjs",
    args: [".", "--check", "--log-level=warn", ...cache("prettier.json")],
  },
];

/** What `npm run check` proves, in the order in which it is begun. */
export function allChecks(root: string, base: string | undefined): readonly Check[] {
  return [
    ...TOOLS.map(({ name, proves, script, args }) => ({
      name,
      proves,
      run: (signal: AbortSignal) => runTool({ root, script, args, signal }),
    })),
    {
      name: "rooms",
      proves: "nobody imports through a wall or in a circle",
      run: (signal) => roomsOutcome(root, signal),
    },
    {
      name: "structure",
      proves: "every file stands where its kind stands, under a name of its kind",
      run: () => structureOutcome(root),
    },
    {
      name: "breaking",
      proves: "no query that worked stops to work unless somebody says so",
      run: () => breakingChangesOutcome(root, base),
    },
    {
      name: "licences",
      proves: "every package of the product is under a licence that is allowed",
      run: () => licencesOutcome(root),
    },
  ];
}

function licencesOutcome(root: string): Promise<Outcome> {
  const packages = licensedPackages(root);
  const refused = packages.filter((one) => !isAllowed(one));
  const note = `${packages.length} packages`;
  return Promise.resolve({ passed: refused.length === 0, note, output: licenceTable(refused) });
}
