import { spawn } from "node:child_process";
import { npmCommand } from "./npm-program.mjs";

/** Those that end the command with 1. */
const GRAVE = ["high", "critical"];

/** Not the 1 of what was found: nobody knows. */
const NOT_ASKED = 2;

/**
 * `npm run vulnerabilities`: what the registry knows of the packages of the product. Where it gives no
 * answer, that is no pass: npm itself ends with 1 both then and where something is found.
 */
export async function runVulnerabilities(root) {
  const { report, said } = await audit(root);
  const counts = report?.metadata?.vulnerabilities;
  if (typeof counts !== "object" || counts === null || report.error) {
    const why = report?.message ?? report?.error?.summary ?? said;
    process.stderr.write(
      `The registry could not be asked, so that nothing is known of vulnerabilities: ${why.trim() || "npm said nothing"}\n`,
    );
    return NOT_ASKED;
  }
  for (const { name, severity, range } of Object.values(report.vulnerabilities ?? {})) {
    process.stdout.write(`${severity}: ${name} ${range}\n`);
  }
  const grave = GRAVE.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
  process.stdout.write(`${grave} high or critical, ${counts.total ?? 0} in all\n`);
  return grave > 0 ? 1 : 0;
}

/** What npm answered, as JSON, or null; and what it said beside it. */
async function audit(root) {
  const { file, args, shell } = npmCommand();
  const child = spawn(file, [...args, "audit", "--omit=dev", "--json"], { cwd: root, shell });
  let answer = "";
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (answer += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  try {
    return { report: JSON.parse(answer), said };
  } catch {
    return { report: null, said };
  }
}
