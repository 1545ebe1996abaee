import type { EntityManager } from "typeorm";
import { NetworkAnalysis } from "./network-analysis.entity.ts";

/** Kept at the most; and for how many days. */
const MOST = 200;
const DAYS = 7;

export class NetworkAnalysisRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Of any question that came to the same nodes and ties. */
  find(fingerprint: string): Promise<NetworkAnalysis | null> {
    return this.manager.findOneBy(NetworkAnalysis, { fingerprint });
  }

  /** In the place of an older one; the oldest and those past their time go. */
  async keep(analysis: Pick<NetworkAnalysis, keyof NetworkAnalysis>): Promise<void> {
    await this.manager.upsert(NetworkAnalysis, analysis, ["key"]);
    await this.manager.query(
      `DELETE FROM network_analysis WHERE computed_at < now() - $1 * interval '1 day' OR key IN (
         SELECT key FROM network_analysis ORDER BY computed_at DESC, key OFFSET $2)`,
      [DAYS, MOST],
    );
  }
}
