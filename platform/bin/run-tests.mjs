import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";

/** Jest needs flags of Node's for ES modules and for TypeScript, so it has a process of its own. */
export function runTests(root, args, variables = {}) {
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const flags = [
    ...["--import", "tsx"],
    ...["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"],
  ];
  const child = spawn(process.execPath, [...flags, jest, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...variables },
  });
  // The terminal has told Jest as well; this process only has to outlive it, to give its exit code.
  const outlive = () => undefined;
  const pass = () => child.kill("SIGTERM");
  process.on("SIGINT", outlive).on("SIGTERM", pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", outlive).off("SIGTERM", pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
