import { serveAlone } from "@convene/shared/server/serve-alone";
import { readConfig } from "./config.ts";
import { practices } from "./definition.ts";

await serveAlone(practices, readConfig());
