import { parseConfig } from "@convene/shared/config";
import { z } from "zod";

const schema = z.object({
  /** The commit or branch against which breaking changes are looked for. */
  CONVENE_BASE: z.string().optional(),
});

/** @throws ConfigError with every problem. */
export const readCheckConfig = (environment = process.env) => parseConfig(schema, environment);
