import { serveAlone } from "@convene/shared/server/serve-alone";
import { readConfig } from "./config.ts";
import { discovery } from "./definition.ts";

await serveAlone(discovery, readConfig());
