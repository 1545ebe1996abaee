import { parseArgs } from "node:util";
import { print } from "../figures.ts";
import { openNetwork } from "./bench-network.ts";

const DEFAULT = "10000";

/** Makes a network to measure on, where it is not there yet; measures nothing. */
export async function makeNetwork(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { data: { type: "string", default: ".data/bench" } },
  });
  const began = performance.now();
  const organisations = Number(positionals[0] ?? DEFAULT);
  const network = await openNetwork({ folder: values.data, organisations });
  await network.stop();
  const seconds = (performance.now() - began) / 1000;
  print(
    `${organisations.toLocaleString("en")} organisations are there, after ${seconds.toFixed(0)} s`,
  );
}
