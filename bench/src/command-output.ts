import { once } from "node:events";
import { launch } from "./convene-process.ts";

/**
 * Runs a command to its end, and answers what it wrote.
 *
 * @throws where it fails
 */
export async function outputOf(args: readonly string[], dataFolder: string): Promise<string> {
  const child = launch(args, dataFolder);
  let output = "";
  child.stdout?.on("data", (piece: Buffer) => {
    output += piece.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${args.join(" ")} has failed:\n${output}`);
  return output;
}
