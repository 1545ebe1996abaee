import { join } from "node:path";
import { proveService } from "@convene/shared/testing/prove-service";
import { stakeholders } from "../src/definition.ts";

proveService(stakeholders, join(import.meta.dirname, ".."));
