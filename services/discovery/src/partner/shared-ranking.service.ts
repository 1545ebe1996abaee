import type { EntityManager } from "typeorm";
import { sharedLandscape } from "../landscape/shared-landscape.service.ts";
import { PartnerCandidateRepository } from "./partner-candidate.repository.ts";
import { PartnerRankingService } from "./partner-ranking.service.ts";
import { PartnerWeightService } from "./partner-weight.service.ts";

const made = new WeakMap<EntityManager, PartnerRankingService>();

/** One for all who ask of the same database. Also for what measures it. */
export function partnerRankings(manager: EntityManager): PartnerRankingService {
  const known = made.get(manager);
  if (known) return known;
  const rankings = new PartnerRankingService(
    sharedLandscape(manager),
    new PartnerCandidateRepository(manager),
    new PartnerWeightService(manager),
  );
  made.set(manager, rankings);
  return rankings;
}
