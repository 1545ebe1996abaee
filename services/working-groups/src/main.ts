import { serveAlone } from "@convene/shared/server/serve-alone";
import { readConfig } from "./config.ts";
import { workingGroups } from "./definition.ts";

await serveAlone(workingGroups, readConfig());
