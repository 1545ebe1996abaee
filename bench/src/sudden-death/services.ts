import { readPlatformConfig } from "@convene/platform/config";
import { type Tools, withTools } from "@convene/platform/runtime/tools";

/** The services beside the platform that runs on this data folder, as the commands open them. */
export function withServices<T>(
  dataFolder: string,
  work: (tools: Tools) => Promise<T>,
): Promise<T> {
  return withTools(readPlatformConfig({ CONVENE_DATA: dataFolder, LOG_LEVEL: "error" }), work);
}
