import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 20_000;

/**
 * Asks again until it is so. It gives up only where no busy machine explains it any more.
 * @returns how long it took, in milliseconds
 */
export async function eventually(isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > PATIENCE) throw new Error(`Not so within ${PATIENCE} ms`);
    await pause(20);
  }
  return performance.now() - began;
}
