import { parseArgs } from "node:util";
import { StartError } from "@convene/platform/postgres/start-error";
import { z } from "zod";

const USAGE = `npm run bench -- discovery [ORGANISATIONS…] [--times N] [--seed N] [--data FOLDER] [--json]`;

const whole = z.coerce.number({ error: "want a whole number" }).int().min(1);
const optionsSchema = z.object({
  times: whole.default(200),
  seed: whole.default(1),
  data: z.string().default(".data/bench"),
  /** Of one size, in this process, and only what was measured, as JSON. */
  json: z.boolean().default(false),
  sizes: z.array(whole).min(1),
});

export type DiscoveryOptions = z.infer<typeof optionsSchema>;

/** @throws StartError with what is wrong, and how it is called */
export function readOptions(args: readonly string[]): DiscoveryOptions {
  try {
    const text = { type: "string" } as const;
    const options = { times: text, seed: text, data: text, json: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const sizes = positionals.length > 0 ? positionals : ["10000", "100000"];
    return optionsSchema.parse({ ...values, sizes });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
