import { today } from "@convene/shared/today";
import { serviceNames, type Services } from "../runtime/services.ts";
import type { Counts, Progress } from "./bulk.ts";
import { outlineOf } from "./outline.ts";
import type { Recipe } from "./profile.ts";
import { writeGroups, writePractices } from "./write-groups.ts";
import { writeMeetings } from "./write-meetings.ts";
import { writeStakeholders } from "./write-stakeholders.ts";

export interface GenerateOptions {
  readonly services: Services;
  readonly organisations: number;
  readonly seed: number;
  /** `2026-11-24`, from which dates are counted; today unless told. */
  readonly day?: string;
  /** Nobody watches unless told. */
  readonly progress?: Progress;
}

export interface Generated {
  readonly recipe: Recipe;
  readonly counts: Counts;
}

const UNSEEN: Progress = { step: (_, work) => work(() => undefined) };

/**
 * Makes a network and writes it into the services in bulk, each row and each change as the product
 * itself would; answers once every replica has caught up. A run that was broken off goes on.
 */
export async function generateNetwork(options: GenerateOptions): Promise<Generated> {
  const { services, organisations, seed, day = today(), progress = UNSEEN } = options;
  const recipe = { organisations, seed, day };
  const outline = outlineOf(recipe);
  for (const name of serviceNames) {
    const { definition, parts } = services[name];
    await definition.loadReference?.(parts);
  }
  const target = (name: keyof Services) => ({ service: services[name], progress });
  const counts = {
    ...(await writeStakeholders(target("stakeholders"), outline)),
    ...(await writeGroups(target("working-groups"), outline)),
    ...(await writePractices(target("practices"), outline)),
    ...(await writeMeetings(target("meetings"), outline)),
  };
  await progress.step(
    "Change feeds",
    () => catchUp(services),
    () => "every service knows what every other has told",
  );
  return { recipe, counts };
}

/** Every service on all that every other has told. */
async function catchUp(services: Services): Promise<void> {
  await Promise.all(
    serviceNames.map(async (name) => {
      for (const source of serviceNames) await services[name].parts.feeds.catchUp(source);
    }),
  );
}
