import type { EntityManager } from "typeorm";
import { LandscapeRepository } from "./landscape.repository.ts";
import { LandscapeService } from "./landscape.service.ts";

const made = new WeakMap<EntityManager, LandscapeService>();

/** One for all who read the same database: it is large. */
export function sharedLandscape(manager: EntityManager): LandscapeService {
  const known = made.get(manager);
  if (known) return known;
  const landscape = new LandscapeService(new LandscapeRepository(manager));
  made.set(manager, landscape);
  return landscape;
}
