import { join } from "node:path";
import { proveService } from "@convene/shared/testing/prove-service";
import { identity } from "../src/definition.ts";

proveService(identity, join(import.meta.dirname, ".."));
