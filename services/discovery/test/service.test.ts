import { join } from "node:path";
import { proveService } from "@convene/shared/testing/prove-service";
import { discovery } from "../src/definition.ts";

proveService(discovery, join(import.meta.dirname, ".."));
