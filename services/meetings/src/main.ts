import "reflect-metadata";
import { serveAlone } from "@convene/shared/server/serve-alone";
import { readConfig } from "./config.ts";
import { meetings } from "./definition.ts";
import { warmSolver } from "./solver/solver.service.ts";

await serveAlone(meetings, readConfig());
warmSolver();
