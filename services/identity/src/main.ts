import { serveAlone } from "@convene/shared/server/serve-alone";
import { readConfig } from "./config.ts";
import { identity } from "./definition.ts";

await serveAlone(identity, readConfig());
