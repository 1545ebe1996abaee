import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { composeSupergraph, type ServiceSdl } from "./composition.ts";

const ROOT = join(import.meta.dirname, "../../..");

export const SUPERGRAPH_FILE = join(ROOT, "gateway/supergraph.graphql");

/** The SDL that each service commits as `services/NAME/schema.graphql`, in order of name. */
export async function committedServices(root = ROOT): Promise<readonly ServiceSdl[]> {
  const folder = join(root, "services");
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const services = await Promise.all(
    names.sort().map(async (name) => {
      const sdl = await readIfThere(join(folder, name, "schema.graphql"));
      return sdl === null ? [] : [{ name, sdl }];
    }),
  );
  return services.flat();
}

/** The supergraph that was committed. */
export const readSupergraph = (): Promise<string> => readFile(SUPERGRAPH_FILE, "utf8");

/**
 * Null when the committed supergraph is what composition makes of the services now; else what to do
 * about it.
 *
 * @throws CompositionError
 */
export async function supergraphProblem(): Promise<string | null> {
  const { supergraph } = composeSupergraph(await committedServices());
  if (supergraph === (await readIfThere(SUPERGRAPH_FILE))) return null;
  return "gateway/supergraph.graphql is not what the services' schemas compose to: run npm run compose";
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
