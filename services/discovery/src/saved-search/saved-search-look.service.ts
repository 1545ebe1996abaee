import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { today } from "../asking/asking.value.ts";
import { PartnerCandidateRepository } from "../partner/partner-candidate.repository.ts";
import { PartnerContext } from "../partner/partner.enum.ts";
import { PartnerService } from "../partner/partner.service.ts";
import { partnerRankings } from "../partner/shared-ranking.service.ts";
import { rememberFound, rememberThese } from "./saved-search.repository.ts";
import { SavedSearch } from "./saved-search.entity.ts";
import { tellOwner } from "./search-notice.service.ts";

/** So many partners are looked at: who comes among them is new. */
const BEST = 10;

/** Asks saved searches again, and tells whose they are where something is new. */
export class SavedSearchLookService {
  private readonly transactions: Transactions;
  private readonly partners: PartnerService;

  constructor({ db, transactions }: Pick<ServiceParts, "db" | "transactions">) {
    const candidates = new PartnerCandidateRepository(db.manager);
    this.transactions = transactions;
    this.partners = new PartnerService(partnerRankings(db.manager), candidates, today);
  }

  /** Each in a transaction of its own: one that fails takes nothing back of the others. */
  async lookAtAll(signal?: AbortSignal): Promise<void> {
    const ids = await this.transactions.write(({ manager }) =>
      manager.find(SavedSearch, { select: { id: true }, order: { id: "ASC" } }),
    );
    for (const { id } of ids) {
      signal?.throwIfAborted();
      await this.transactions.write((tx) => this.lookAgain(tx, id));
    }
  }

  private async lookAgain(tx: Transaction, id: string): Promise<void> {
    const search = await tx.lock(SavedSearch, id);
    const found = search && (await this.remember(tx, search));
    if (search && found) await tellOwner(tx, search);
  }

  /**
   * How many are new since it was asked before; null where not everybody sees for whom partners are
   * looked for.
   *
   * @throws BAD_USER_INPUT for a filter that no search takes
   */
  async remember(tx: Transaction, search: SavedSearch): Promise<number | null> {
    if (search.seekerId === null) return rememberFound(tx, search);
    const best = await this.bestFor(search, search.seekerId);
    return best && rememberThese(tx, search.id, best);
  }

  private async bestFor({ text, filter, context }: SavedSearch, seeker: string) {
    const wanted = { context: context ?? PartnerContext.ANY, brief: text, filter, first: BEST };
    const found = await this.partners.find(null, { for: seeker, ...wanted });
    return found && found.edges.map(({ node }) => node.organisation.id);
  }
}
