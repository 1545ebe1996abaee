import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { LaunchError } from "./launch-error.mjs";
import { paint } from "./paint.mjs";
import { runTests } from "./run-tests.mjs";

/**
 * Where the attacks are; each file tells what it counted. Beside them what the gateway alone is
 * tried with, and the one door to addresses outside: those have tests that pass or fail.
 */
const PLACES = [
  "platform/security/",
  "platform/e2e/security\\.test\\.ts$",
  "gateway/stories/(closed-by-default|deadline|trusted-documents|what-it-costs|who-asks)/",
  "shared/src/outbound/",
];

const USAGE = `npm run test:security [-- OPTIONS] [FILE…]

  --fuzz N       how many questions are made up: 10,000 unless told
  --seed N       from which number on: the same one makes the same questions
  --report FILE  the counts as JSON, too
  --no-cost      without what all of it costs in processor time, which the whole run measures last
`;

const OPTIONS = {
  fuzz: { type: "string" },
  seed: { type: "string" },
  report: { type: "string" },
  "no-cost": { type: "boolean" },
  help: { type: "boolean" },
};

/**
 * All attacks, then one report: how many requests were tried, refused and leaked, and what it costs
 * to be safe of them.
 */
export async function runSecurity(root, args) {
  const { values, positionals } = readArgs(args);
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), "convene-security-"));
  const began = Date.now();
  try {
    const code = await runTests(root, positionals.length > 0 ? positionals : PLACES, {
      CONVENE_SECURITY: "full",
      CONVENE_SECURITY_TALLIES: folder,
      ...(values.fuzz && { CONVENE_FUZZ: values.fuzz }),
      ...(values.seed && { CONVENE_FUZZ_SEED: values.seed }),
    });
    const items = await addedUp(folder);
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(tableOf(items, seconds));
    const isWhole = positionals.length === 0 && !values["no-cost"];
    const cost = isWhole ? await costOf(root) : "";
    process.stdout.write(cost);
    const { report } = values;
    const told = { seconds, items, ...(isWhole && { cost: cost.trim().split("\n") }) };
    if (report) await writeFile(report, `${JSON.stringify(told, null, 2)}\n`);
    const leaked = Object.values(items).some((counts) => counts.leaked > 0);
    return leaked ? code || 1 : code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readArgs(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new LaunchError(`${error.message}\n\n${USAGE}`);
  }
}

/** What limits, costs, tokens, headers and masking take of a question: `npm run bench -- edge`. */
async function costOf(root) {
  const program = join(root, "platform", "bin", "convene.mjs");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "bench", "edge", "--demo"],
    { cwd: root },
  );
  return `${stdout.trimEnd().replace(/^(?=.)/gm, "  ")}\n\n`;
}

async function addedUp(folder) {
  const items = {};
  for (const name of (await readdir(folder)).sort()) {
    const told = JSON.parse(await readFile(join(folder, name), "utf8"));
    for (const [item, { tried, refused, leaked }] of Object.entries(told)) {
      const sum = (items[item] ??= { tried: 0, refused: 0, leaked: 0 });
      sum.tried += tried;
      sum.refused += refused;
      sum.leaked += leaked;
    }
  }
  return Object.fromEntries(Object.entries(items).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const number = (value) => value.toLocaleString("en").padStart(10);

function tableOf(items, seconds) {
  const all = { tried: 0, refused: 0, leaked: 0 };
  const width = Math.max(20, ...Object.keys(items).map((item) => item.length));
  const line = (item, { tried, refused, leaked }) => {
    const bad = leaked > 0 ? paint("red", number(leaked)) : paint("green", number(leaked));
    return `  ${item.padEnd(width)} ${number(tried)} ${number(refused)} ${bad}\n`;
  };
  const head = ["tried", "refused", "leaked"].map((word) => word.padStart(10)).join(" ");
  let text = `\n  ${paint("dim", `${"requests".padEnd(width)} ${head}`)}\n`;
  for (const [item, counts] of Object.entries(items)) {
    for (const name of Object.keys(all)) all[name] += counts[name];
    text += line(item, counts);
  }
  return `${text}  ${paint("dim", "─".repeat(width + 33))}\n${line(`all, in ${seconds} s`, all)}\n`;
}
