import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { installFailure } from "./install-failure.mjs";
import { takeInstallLock } from "./install-lock.mjs";
import { countInstalled, isInstalled, rememberLeftOut, wantedPackages } from "./installed.mjs";
import { Interrupted } from "./launch-error.mjs";
import { npmCommand } from "./npm-program.mjs";
import { showProgress } from "./progress.mjs";

/** Completes node_modules when it is not what package-lock.json asks for. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const release = await takeInstallLock(root, () =>
    process.stderr.write("Another start of Convene is installing the packages: waiting for it …\n"),
  );
  try {
    if (!isInstalled(root)) await install(root);
  } finally {
    release();
  }
}

async function install(root) {
  const wanted = wantedPackages(root) ?? [];
  const progress = showProgress({
    title: "Installing packages",
    total: wanted.length,
    count: () => countInstalled(root, wanted),
  });
  try {
    await installExactly(root);
  } catch (error) {
    progress.clear();
    throw error;
  }
  rememberLeftOut(root);
  progress.done(`Installed ${countInstalled(root, wanted)} packages`);
}

/** Whatever NODE_ENV says: what runs the TypeScript of Convene is a development dependency. */
const OPTIONS = [
  "--include=dev",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
  // An offline machine learns it in seconds, not in minutes.
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=500",
  "--fetch-retry-maxtimeout=3000",
];

/**
 * As package-lock.json says. A lock that lacks something, such as the packages for a platform on
 * which it was never written, is filled in on this machine; the file itself stays as it is.
 */
async function installExactly(root) {
  if (!existsSync(join(root, "package-lock.json"))) return runNpm(root, ["install"]);
  try {
    await runNpm(root, ["ci"]);
  } catch (error) {
    if (!error.lockIncomplete) throw error;
    await runNpm(root, ["install", "--no-save"]);
  }
}

function runNpm(root, command) {
  const { file, args, shell } = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args, ...command, ...OPTIONS], {
      cwd: root,
      shell,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    const stop = passSignals(child);
    child.on("error", (error) => {
      stop();
      reject(installFailure(error.message));
    });
    child.on("close", (code, signal) => {
      const interrupted = stop() ?? signal;
      if (interrupted) reject(new Interrupted(128 + constants.signals[interrupted]));
      else if (code === 0) resolve();
      else reject(installFailure(output));
    });
  });
}

/** Ends the installation with this process. @returns what stops listening and tells the signal */
function passSignals(child) {
  let received = null;
  const pass = (signal) => {
    received = signal;
    child.kill(signal);
  };
  process.on("SIGINT", pass).on("SIGTERM", pass);
  return () => {
    process.off("SIGINT", pass).off("SIGTERM", pass);
    return received;
  };
}
