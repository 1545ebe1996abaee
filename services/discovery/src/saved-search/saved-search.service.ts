import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, limitExceeded, notFound } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { wantedText } from "../organisation-search/organisation-search.service.ts";
import { PartnerContext } from "../partner/partner.enum.ts";
import { SavedSearch } from "./saved-search.entity.ts";
import type { DeleteSavedSearchInput, SaveSearchInput } from "./saved-search.inputs.ts";
import type { SavedSearchLookService } from "./saved-search-look.service.ts";
import { canSaveSearch, isOwnSearch } from "./saved-search.policy.ts";
import { forgetSearches, hitsOf } from "./saved-search.repository.ts";

const MOST = 20;

const NEWEST_FIRST = [
  { column: "t.created_at", direction: "DESC", type: "timestamptz" },
  { column: "t.id", direction: "DESC", type: "text" },
] as const;

export interface SavedSearchParts {
  readonly manager: EntityManager;
  readonly transactions: Transactions;
  readonly looks: SavedSearchLookService;
}

export class SavedSearchService {
  constructor(private readonly parts: SavedSearchParts) {}

  list(viewer: Viewer | null, page: ConnectionArgs): Promise<Connection<SavedSearch>> {
    const where = [sql`t.owner_id = ${viewer?.person ?? ""}`];
    const of = { entity: SavedSearch, order: NEWEST_FIRST, where };
    return list(this.parts.manager, of, page);
  }

  /** The organisations that it has found, as far as the viewer sees them; the last first. */
  async found(
    viewer: Viewer | null,
    { id }: SavedSearch,
    page: ConnectionArgs,
  ): Promise<Connection<{ id: string }>> {
    const hits = await hitsOf(this.parts.manager, { search: id, viewer }, page);
    return hits.map(({ organisationId }) => ({ id: organisationId }));
  }

  /**
   * What it finds at once is remembered, and not told.
   *
   * @throws FORBIDDEN without a person; BAD_USER_INPUT; NOT_FOUND for a seeker whom not everybody
   *   sees; LIMIT_EXCEEDED
   */
  save(viewer: Viewer, input: SaveSearchInput): Promise<SavedSearch> {
    const { person: ownerId } = viewer;
    if (ownerId === null || !canSaveSearch(viewer)) throw forbidden("Only people save searches");
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "saveSearch",
        input,
        first: () => this.keep(tx, ownerId, input),
        again: (id) => lockOwn(tx, viewer, id),
      }),
    );
  }

  /** @throws NOT_FOUND */
  delete(viewer: Viewer, { id }: DeleteSavedSearchInput): Promise<SavedSearch> {
    return this.parts.transactions.write(async (tx) => {
      const search = await lockOwn(tx, viewer, id);
      await forgetSearches(tx, [id]);
      return search;
    });
  }

  private async keep(tx: Transaction, ownerId: string, input: SaveSearchInput) {
    const search = draftOf(ownerId, input);
    await expectRoom(tx, ownerId);
    await tx.manager.insert(SavedSearch, search);
    if (await this.parts.looks.remember(tx, search)) return search;
    throw notFound("Organisation", search.seekerId ?? "");
  }
}

function draftOf(ownerId: string, input: SaveSearchInput): SavedSearch {
  const { partnersFor: seekerId = null, filter = null, context } = input;
  return Object.assign(new SavedSearch(), {
    ...{ id: newId("sav"), ownerId, seekerId, filter, createdAt: new Date() },
    relatedToId: filter?.relatedTo?.organisation ?? null,
    name: requiredText("name", input.name, 100),
    text: wantedText(input),
    context: seekerId === null ? null : (context ?? PartnerContext.ANY),
  });
}

/** One after the other, so that the count holds. */
async function expectRoom({ manager }: Transaction, ownerId: string): Promise<void> {
  await manager.query(
    "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/saved/' || $1, 0))",
    [ownerId],
  );
  if ((await manager.countBy(SavedSearch, { ownerId })) < MOST) return;
  throw limitExceeded(`You have ${MOST} saved searches: delete one first`, {
    budget: MOST,
    unit: "searches",
  });
}

async function lockOwn(tx: Transaction, viewer: Viewer, id: string): Promise<SavedSearch> {
  const search = await tx.lock(SavedSearch, id);
  if (!search || !isOwnSearch(viewer, search)) throw notFound("SavedSearch", id);
  return search;
}
