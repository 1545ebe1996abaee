import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { today } from "../asking/asking.value.ts";
import { PartnerCandidateRepository } from "../partner/partner-candidate.repository.ts";
import { PartnerContext } from "../partner/partner.enum.ts";
import { PartnerService } from "../partner/partner.service.ts";
import { partnerRankings } from "../partner/shared-ranking.service.ts";
import { type Hit, lockSearches, rememberFound, rememberThese } from "./saved-search.repository.ts";
import { SavedSearch } from "./saved-search.entity.ts";
import { tellOwners } from "./search-notice.service.ts";

/** So many partners are looked at: who comes among them is new. */
const BEST = 10;

/** So many searches are asked again at once. */
const AT_ONCE = 50;

/** Asks saved searches again, and tells whose they are where something is new. */
export class SavedSearchLookService {
  private readonly transactions: Transactions;
  private readonly partners: PartnerService;

  constructor({ db, transactions }: Pick<ServiceParts, "db" | "transactions">) {
    const candidates = new PartnerCandidateRepository(db.manager);
    this.transactions = transactions;
    this.partners = new PartnerService(partnerRankings(db.manager), candidates, today);
  }

  /**
   * As many statements for fifty searches as for one, but for what is asked of partners.
   *
   * @throws what the first of those has thrown that cannot be asked, once all others were
   */
  async lookAtAll(signal?: AbortSignal): Promise<void> {
    const found = await this.transactions.write(({ manager }) =>
      manager.find(SavedSearch, { select: { id: true }, order: { id: "ASC" } }),
    );
    const ids = found.map(({ id }) => id);
    const failures: unknown[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      signal?.throwIfAborted();
      failures.push(...(await this.lookAt(ids.slice(at, at + AT_ONCE))));
    }
    if (failures.length > 0) throw failures[0];
  }

  /** All in one transaction; where that fails each in its own: none takes back what others find. */
  private async lookAt(ids: readonly string[]): Promise<unknown[]> {
    try {
      await this.transactions.write((tx) => this.lookAgain(tx, ids));
      return [];
    } catch (error) {
      if (ids.length === 1) return [error];
      const failures: unknown[] = [];
      for (const id of ids) failures.push(...(await this.lookAt([id])));
      return failures;
    }
  }

  private async lookAgain(tx: Transaction, ids: readonly string[]): Promise<void> {
    const searches = await lockSearches(tx, ids);
    const plain = searches.filter(({ seekerId }) => seekerId === null);
    const best: Hit[] = [];
    for (const search of searches) {
      const found = search.seekerId === null ? null : await this.bestFor(search, search.seekerId);
      best.push(...(found ?? []));
    }
    const news = new Set([...(await rememberFound(tx, plain)), ...(await rememberThese(tx, best))]);
    await tellOwners(
      tx,
      searches.filter(({ id }) => news.has(id)),
    );
  }

  /**
   * What it finds is no news any more. False where not everybody sees for whom partners are looked
   * for.
   *
   * @throws BAD_USER_INPUT for a filter that no search takes
   */
  async remember(tx: Transaction, search: SavedSearch): Promise<boolean> {
    if (search.seekerId === null) {
      await rememberFound(tx, [search]);
      return true;
    }
    const best = await this.bestFor(search, search.seekerId);
    await rememberThese(tx, best ?? []);
    return best !== null;
  }

  private async bestFor(search: SavedSearch, seeker: string): Promise<Hit[] | null> {
    const { id, text, filter, context } = search;
    const wanted = { context: context ?? PartnerContext.ANY, brief: text, filter, first: BEST };
    const found = await this.partners.find(null, { for: seeker, ...wanted });
    return (
      found && found.edges.map(({ node }) => ({ search: id, organisation: node.organisation.id }))
    );
  }
}
