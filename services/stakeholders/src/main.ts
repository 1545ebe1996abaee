import { serveAlone } from "@convene/shared/server/serve-alone";
import { readConfig } from "./config.ts";
import { stakeholders } from "./definition.ts";

await serveAlone(stakeholders, readConfig());
