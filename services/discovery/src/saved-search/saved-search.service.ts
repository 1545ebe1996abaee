import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, limitExceeded, notFound } from "@convene/shared/errors";
import { distinct, requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { wantedText } from "../organisation-search/organisation-search.service.ts";
import { PartnerContext } from "../partner/partner.enum.ts";
import { FoundType } from "../search/search.enum.ts";
import type { FoundRow } from "../search/search.repository.ts";
import { SavedSearch } from "./saved-search.entity.ts";
import type { DeleteSavedSearchInput, SaveSearchInput } from "./saved-search.inputs.ts";
import type { SavedSearchLookService } from "./saved-search-look.service.ts";
import { canSaveSearch, isOwnSearch } from "./saved-search.policy.ts";
import { forgetSearches, hitsOf, thingsOf } from "./saved-search.repository.ts";

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
    return hits.map(({ foundId }) => ({ id: foundId }));
  }

  /** All that it has found, of whatever kind, as far as the viewer sees it; the last first. */
  foundThings(
    viewer: Viewer | null,
    { id }: SavedSearch,
    page: ConnectionArgs,
  ): Promise<Connection<FoundRow>> {
    return thingsOf(this.parts.manager, { search: id, viewer }, page);
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
  const types = typesOf(input);
  return Object.assign(new SavedSearch(), {
    ...{ id: newId("sav"), ownerId, seekerId, types, createdAt: new Date() },
    filter: types === null ? filter : (input.searchFilter ?? null),
    relatedToId: filter?.relatedTo?.organisation ?? null,
    name: requiredText("name", input.name, 100),
    text: wantedText(input),
    context: seekerId === null ? null : (context ?? PartnerContext.ANY),
  });
}

/** Null for a search of organisations alone. */
function typesOf({ types = null, searchFilter = null, filter, partnersFor }: SaveSearchInput) {
  if (types === null && searchFilter === null) return null;
  const field = types === null ? "searchFilter" : "types";
  if (filter != null || partnersFor != null) {
    throw invalid(
      field,
      `${field} is for a search for everything: leave filter and partnersFor out`,
    );
  }
  const asked = distinct("types", types ?? Object.values(FoundType));
  if (asked.length === 0) throw invalid("types", "types names at least one");
  return asked;
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
