import { join } from "node:path";
import { proveService } from "@convene/shared/testing/prove-service";
import { practices } from "../src/definition.ts";

proveService(practices, join(import.meta.dirname, ".."));
