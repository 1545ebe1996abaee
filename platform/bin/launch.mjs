import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { LaunchError, report } from "./launch-error.mjs";
import { ensureInstalled } from "./install.mjs";
import { runCommand } from "./run-command.mjs";
import { runConformance } from "./run-conformance.mjs";
import { runSecurity } from "./run-security.mjs";
import { runTests } from "./run-tests.mjs";
import { runSbom } from "./run-sbom.mjs";
import { runVulnerabilities } from "./run-vulnerabilities.mjs";

/** The checkout: everything below is named from here, whichever folder the shell stands in. */
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * What may follow `npm run`. Each file exports
 * `run(args: readonly string[], signal: AbortSignal): Promise<number | void>`: the number is the
 * exit code, and the signal fires once, when the command is to end (Ctrl-C, SIGTERM). A command
 * that ends on the signal and returns nothing has the exit code that shells give: 130, 143. One
 * that takes no signal is ended where it stands.
 */
const COMMANDS = {
  start: "platform/src/command/start.ts",
  import: "platform/src/command/import.ts",
  migrate: "platform/src/command/migrate.ts",
  demo: "platform/src/command/demo.ts",
  token: "platform/src/command/token.ts",
  admin: "platform/src/command/admin.ts",
  invite: "platform/src/command/invite.ts",
  audit: "platform/src/command/audit.ts",
  backup: "platform/src/command/backup.ts",
  restore: "platform/src/command/restore.ts",
  reindex: "platform/src/command/reindex.ts",
  generate: "platform/src/command/generate.ts",
  check: "platform/src/command/check.ts",
  bench: "bench/src/bench.ts",
  "evaluate:partners": "platform/src/command/evaluate-partners.ts",
  schema: "platform/src/command/schema.ts",
  licences: "platform/src/command/licences.ts",
};

/** What needs no code of the product: a run of Jest, and of npm. */
const TOOLS = {
  test: runTests,
  "test:conformance": runConformance,
  "test:security": runSecurity,
  sbom: runSbom,
  vulnerabilities: runVulnerabilities,
};

/** Installs what is missing, then runs the command; ends the process with its exit code. */
export async function launch([command, ...args]) {
  try {
    const tool = Object.hasOwn(TOOLS, command ?? "") ? TOOLS[command] : null;
    if (!tool && !Object.hasOwn(COMMANDS, command ?? "")) throw unknown(command);
    await ensureInstalled(root);
    process.exitCode = tool
      ? await tool(root, args)
      : await runCommand({
          root,
          entries: Object.values(COMMANDS),
          entry: COMMANDS[command],
          args,
        });
  } catch (error) {
    report(error);
    process.exitCode = error.exitCode ?? 1;
  }
  // Nothing should be open any more; what still is must not keep the shell waiting.
  setTimeout(() => process.exit(), 3000).unref();
}

const unknown = (command) =>
  new LaunchError(
    `Convene knows no command "${command ?? ""}": the commands are ` +
      `${[...Object.keys(COMMANDS), ...Object.keys(TOOLS)].join(", ")}.`,
  );
