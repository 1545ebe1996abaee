import { join } from "node:path";
import { proveService } from "@convene/shared/testing/prove-service";
import { meetings } from "../src/definition.ts";

proveService(meetings, join(import.meta.dirname, ".."));
