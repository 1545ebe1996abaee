import { ConfigError } from "@convene/shared/config";
import { parseServiceConfig, type ServiceConfig } from "@convene/shared/server/serve-alone";

/** The variables of this service when it runs alone; what is wrong with them ends the process. */
export function readConfig(): ServiceConfig {
  try {
    return parseServiceConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
