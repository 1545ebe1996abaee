import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The holder touches its file every second; one that was not touched for so long is dead. */
const STALE_AFTER = 10_000;

/** Outside node_modules, which an installation begins by removing. */
function lockFile(root) {
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 16);
  return join(tmpdir(), `convene-install-${hash}.lock`);
}

function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

function isHeld(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_AFTER) return false;
    const pid = Number(readFileSync(file, "utf8"));
    return pid > 0 ? isRunning(pid) : true; // an empty file is being written at this moment
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Two starts of one checkout at once: the second waits for the first one's installation.
 * @returns what lets the next one in
 */
export async function takeInstallLock(root, onWait) {
  const file = lockFile(root);
  let waiting = false;
  while (!tryTake(file)) {
    if (!isHeld(file)) {
      rmSync(file, { force: true });
      await pause(Math.random() * 50); // two that find it stale do not take it in one breath
      continue;
    }
    if (!waiting) onWait();
    waiting = true;
    await pause(200);
  }
  const alive = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, 1000);
  return () => {
    clearInterval(alive);
    rmSync(file, { force: true });
  };
}
