import { parseConfig } from "@convene/shared/config";
import { z } from "zod";

const schema = z.object({
  /** The commit or branch against which breaking changes are looked for. */
  CONVENE_BASE: z.string().optional(),
});

/** @throws ConfigError with every problem. */
export const readCheckConfig = (environment = process.env) => parseConfig(schema, environment);

/** For the tools, whose words are kept and shown later: plain, whatever they take this to be. */
export function plainEnvironment(environment = process.env): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...rest } = environment;
  return { ...rest, NO_COLOR: "1" };
}
