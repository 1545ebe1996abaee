import { readFileSync } from "node:fs";
import { z } from "zod";

/** A variable is missing or wrong. Its message lists every problem, one a line. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of one program, parsed once. A variable may also be given as a file, by its name
 * with `_FILE` behind it (so that a secret need not stand in the environment). An empty variable
 * counts as absent.
 *
 * @throws ConfigError with all problems, not just the first.
 */
export function parseConfig<T extends z.ZodObject>(
  schema: T,
  environment: Environment,
): z.infer<T> {
  const given: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of Object.keys(schema.shape)) {
    const value = environment[name] || fromFile(`${name}_FILE`, environment, problems);
    if (value) given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => problemOf(issue, given)));
  }
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return parsed.data as z.infer<T>;
}

function problemOf(issue: z.core.$ZodIssue, given: Record<string, string>): string {
  const name = issue.path.join(".");
  if (!(name in given)) return `${name} is not set: ${issue.message}`;
  return `${name} is not valid: ${issue.message}`;
}

function fromFile(name: string, environment: Environment, problems: string[]): string {
  const path = environment[name];
  if (!path) return "";
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    problems.push(`${name} names ${path}, which cannot be read`);
    return "";
  }
}

/** Parts that several programs' schemas share. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, "want a number from 0 to 65535")
  .transform(Number)
  .refine((number) => number <= 65_535, "want a number from 0 to 65535");
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "want postgres://…" });
export const secret = z.string().min(32, "want at least 32 characters");
export const logLevel = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]);
