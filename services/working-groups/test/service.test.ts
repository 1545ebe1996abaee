import { join } from "node:path";
import { proveService } from "@convene/shared/testing/prove-service";
import { workingGroups } from "../src/definition.ts";

proveService(workingGroups, join(import.meta.dirname, ".."));
