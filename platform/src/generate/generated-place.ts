import { DEMO_STATE, type DemoState } from "../demo/demo-state.ts";
import { StartError } from "../postgres/start-error.ts";
import type { Services } from "../runtime/services.ts";
import type { PlatformState } from "../runtime/state.ts";
import type { Recipe } from "./profile.ts";

/** Where the platform remembers the generated network of this database. */
const GENERATED_STATE = "generated";

interface GeneratedState extends Recipe {
  readonly state: "loading" | "loaded";
}

interface Wanted {
  readonly recipe: Recipe;
  /** Beside what is there already. */
  readonly beside: boolean;
}

/** Whether, and as of which day, a database is to be filled. */
export interface Place {
  readonly recipe: Recipe;
  readonly isFull: boolean;
}

/**
 * Makes sure that nobody's data are mixed with generated ones unasked.
 *
 * @throws StartError when there is another network here.
 */
export async function takePlace(
  services: Services,
  state: PlatformState,
  { recipe, beside }: Wanted,
): Promise<Place> {
  const known = (await state.read(GENERATED_STATE)) as GeneratedState | null;
  if (known) {
    if (known.organisations !== recipe.organisations || known.seed !== recipe.seed) {
      throw new StartError(
        `There is a generated network here already, of ${known.organisations} organisations ` +
          `(--seed ${known.seed}): name another data folder by --data FOLDER.`,
      );
    }
    return { recipe: { ...recipe, day: known.day }, isFull: known.state === "loaded" };
  }
  if (!beside) await refuseOthers(services, state);
  await write(state, { ...recipe, state: "loading" });
  return { recipe, isFull: false };
}

/** Remembers that the network is whole. */
export const keepPlace = (state: PlatformState, recipe: Recipe): Promise<void> =>
  write(state, { ...recipe, state: "loaded" });

const write = (state: PlatformState, value: GeneratedState) => state.write(GENERATED_STATE, value);

async function refuseOthers({ stakeholders }: Services, state: PlatformState): Promise<void> {
  const instead = "Name an empty folder by --data FOLDER, or say --beside to put it beside them.";
  const demo = (await state.read(DEMO_STATE)) as DemoState | null;
  if (demo && demo.state !== "removed")
    throw new StartError(`The demo network is here. ${instead}`);
  const [row] = await stakeholders.parts.db.query<{ count: number }[]>(
    "SELECT count(*)::int AS count FROM organisation",
  );
  const count = row?.count ?? 0;
  if (count > 0) throw new StartError(`There are ${count} organisations here. ${instead}`);
}
