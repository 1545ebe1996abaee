import { ConfigError } from "@convene/shared/config";
import { parseServiceConfig, type ServiceConfig } from "@convene/shared/server/serve-alone";

/** This service's variables; where one is wrong, all problems are said and the start ends. */
export function readConfig(): ServiceConfig {
  try {
    return parseServiceConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
