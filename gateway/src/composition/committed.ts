import { readFile } from "node:fs/promises";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "../../supergraph.graphql");

/** The committed supergraph: what `npm run schema` composes of the services' committed SDL. */
export const readSupergraph = (file = FILE): Promise<string> => readFile(file, "utf8");
