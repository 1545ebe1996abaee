import { writeFile } from "node:fs/promises";
import { committedServices, SUPERGRAPH_FILE } from "./composition/committed.ts";
import { composeSupergraph, CompositionError } from "./composition/composition.ts";

/** Writes `supergraph.graphql` from the services' committed SDL: `npm run compose`. */
try {
  const services = await committedServices();
  const { supergraph, hints } = composeSupergraph(services);
  await writeFile(SUPERGRAPH_FILE, supergraph);
  for (const hint of hints) process.stdout.write(`${hint}\n`);
  process.stdout.write(`Composed ${services.map(({ name }) => name).join(", ")}\n`);
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  process.stderr.write(`The services' graphs do not fit together:\n${error.message}\n`);
  process.exitCode = 1;
}
