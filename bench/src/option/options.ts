import { parseArgs } from "node:util";
import { StartError } from "@convene/platform/postgres/start-error";
import { z } from "zod";
import { CONTENDERS } from "../contender/contender.ts";
import { scenarios } from "../scenario/scenarios.ts";

const names = scenarios.map(({ name }) => name);

const whole = (least: number) => z.coerce.number({ error: "want a whole number" }).int().min(least);

const schema = z.object({
  organisations: whole(1).default(10_000),
  demo: z.boolean().default(false),
  check: z.boolean().default(false),
  rounds: whole(1).default(5),
  seconds: z.coerce.number().positive().default(5),
  "warm-up": z.coerce.number().positive().default(5),
  concurrency: whole(1).default(8),
  seed: whole(0).default(1),
  compared: whole(1).default(20),
  contenders: z
    .string()
    .default(CONTENDERS.join())
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(CONTENDERS as [(typeof CONTENDERS)[number]])).min(1)),
  data: z.string().default(".data/bench"),
  json: z.string().optional(),
  help: z.boolean().default(false),
});

const scenarioNames = z.array(z.enum(names as [string]));

export type RequestOptions = z.infer<typeof schema> & { readonly scenarios: readonly string[] };

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** @throws StartError with what is wrong. */
export function readOptions(args: readonly string[]): RequestOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisations: text,
        demo: flag,
        check: flag,
        rounds: text,
        seconds: text,
        "warm-up": text,
        concurrency: text,
        seed: text,
        compared: text,
        contenders: text,
        data: text,
        json: text,
        help: { ...flag, short: "h" },
      },
    });
    return { ...schema.parse(values), scenarios: scenarioNames.parse(positionals) };
  } catch (error) {
    throw new StartError(`${reasonOf(error)}\nnpm run bench -- --help tells what can be measured.`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  return error.issues
    .map(({ path: [name], message }) =>
      typeof name === "string" ? `--${name}: ${message}` : `There is no such scenario: ${message}`,
    )
    .join("\n");
}
