import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list, whereSql } from "@convene/shared/connection/list";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, notFound } from "@convene/shared/errors";
import { moveEdges, restoreEdges } from "@convene/shared/merge/move-edges";
import { newId } from "@convene/shared/type-id";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import { type DataSource, type EntityManager } from "typeorm";
import { Organisation } from "../organisation/organisation.entity.ts";
import { originWith, originWithout } from "../organisation/organisation-origin.value.ts";
import { audiencesOfBoth } from "../organisation/organisation-field.policy.ts";
import { publishOrganisations } from "../organisation/organisation.feed.ts";
import { lockOrganisation } from "../organisation/organisation.repository.ts";
import { OrganisationMerge } from "./organisation-merge.entity.ts";
import { publishMerges } from "./organisation-merge.feed.ts";
import type {
  MergeOrganisationsInput,
  UndoOrganisationMergeInput,
} from "./organisation-merge.inputs.ts";
import {
  canMerge,
  canSeeMerge,
  networkOfBoth,
  networkToMergeIn,
} from "./organisation-merge.policy.ts";
import { merging } from "./stakeholder-edges.repository.ts";

export class OrganisationMergeService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT */
  merge(viewer: Viewer, input: MergeOrganisationsInput): Promise<OrganisationMerge> {
    return this.transactions.write((tx) => {
      if (input.dryRun) return plan(tx, viewer, input);
      return tx.once({
        viewer,
        mutation: "mergeOrganisations",
        input,
        first: async () => carryOut(tx, await plan(tx, viewer, input)),
        again: (id) => lockMerge(tx, viewer, id),
      });
    });
  }

  /** @throws NOT_FOUND; CONFLICT where it is undone, or the one that stayed was merged itself. */
  undo(viewer: Viewer, input: UndoOrganisationMergeInput): Promise<OrganisationMerge> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "undoOrganisationMerge",
        input,
        first: () => undo(tx, viewer, input.merge),
        again: (id) => lockMerge(tx, viewer, id),
      }),
    );
  }

  /** What was merged into an organisation, the latest first, also what was undone. */
  history(
    viewer: Viewer | null,
    { id }: Pick<Organisation, "id">,
    args: ConnectionArgs,
  ): Promise<Connection<OrganisationMerge>> {
    const governed = viewer?.networks.filter(({ role }) => role === "SECRETARIAT") ?? [];
    const networks = governed.map((network) => network.id);
    return list(
      this.db.manager,
      {
        entity: OrganisationMerge,
        order: [{ column: "t.id", direction: "DESC", type: "text" }],
        where: [
          sql`t.into_id = ${id}`,
          isAdmin(viewer) ? sql`true` : sql`t.network_id = ANY(${networks}::text[])`,
        ],
      },
      args,
    );
  }
}

/** What a merge would be; the two are locked. */
async function plan(
  tx: Transaction,
  viewer: Viewer,
  { from: fromId, into: intoId }: MergeOrganisationsInput,
): Promise<OrganisationMerge> {
  if (fromId === intoId) throw invalid("into", "An organisation cannot be merged into itself");
  // In the order of their ids, so that two who merge the same do not wait for each other.
  const found = new Map<string, Organisation>();
  for (const id of [fromId, intoId].sort()) found.set(id, await lockOrganisation(tx, viewer, id));
  const [from, into] = [found.get(fromId), found.get(intoId)];
  if (!from || !into) throw notFound("Organisation", fromId);
  const ends = {
    from: { networks: from.networks, isClaimed: await isClaimed(tx.manager, from) },
    into,
  };
  if (!canMerge(viewer, ends)) {
    throw forbidden("Only administrators, and the secretariat of a network of both, may do this");
  }
  return Object.assign(new OrganisationMerge(), {
    ...{ id: newId("mrg"), fromId, intoId, fromName: from.name },
    networkId: networkToMergeIn(viewer, ends) ?? networkOfBoth(ends),
    ...{ mergedById: viewer.id, mergedAt: null, undoneById: null, undoneAt: null },
  });
}

async function carryOut(tx: Transaction, planned: OrganisationMerge): Promise<OrganisationMerge> {
  const merge = Object.assign(planned, { mergedAt: new Date() });
  const { id, fromId: from, intoId: into } = merge;
  await tx.manager.insert(OrganisationMerge, merge);
  const [gone, stays] = await Promise.all(
    [from, into].map((one) => tx.manager.findOneByOrFail(Organisation, { id: one })),
  );
  if (gone && stays) {
    const fieldAudiences = audiencesOfBoth(stays, gone);
    await tx.manager.update(
      Organisation,
      { id: into },
      { ...originWith(stays, gone, id), fieldAudiences },
    );
  }
  await tx.manager.update(Organisation, { id: from }, { mergedIntoId: into });
  await moveEdges(tx, merging, { id, from, into });
  await publishMerges(tx, [id]);
  await publishOrganisations(tx, [from, into]);
  return merge;
}

async function undo(tx: Transaction, viewer: Viewer, id: string): Promise<OrganisationMerge> {
  const merge = await lockMerge(tx, viewer, id);
  if (merge.undoneAt !== null) throw conflict("It was undone before");
  const into = await tx.lock(Organisation, merge.intoId);
  if (into?.mergedIntoId != null) {
    throw conflict("The one that stayed was merged into another one since: undo that first");
  }
  Object.assign(merge, { undoneAt: new Date(), undoneById: viewer.id });
  await tx.manager.save(merge);
  if (into) await tx.manager.update(Organisation, { id: into.id }, originWithout(into, id));
  await tx.manager.update(Organisation, { id: merge.fromId }, { mergedIntoId: null });
  await restoreEdges(tx, merging, id);
  await publishMerges(tx, [id]);
  await publishOrganisations(tx, [merge.fromId, merge.intoId]);
  return merge;
}

async function lockMerge(tx: Transaction, viewer: Viewer, id: string): Promise<OrganisationMerge> {
  const merge = await tx.lock(OrganisationMerge, id);
  if (!merge || !canSeeMerge(viewer, merge)) throw notFound("OrganisationMerge", id);
  return merge;
}

async function isClaimed(manager: EntityManager, { id }: Organisation): Promise<boolean> {
  const { text, values } = sql`SELECT FROM role AS t ${whereSql([
    sql`t.organisation_id = ${id} AND t.access IS NOT NULL AND t.person_id IS NOT NULL`,
  ])} LIMIT 1`;
  const roles: unknown[] = await manager.query(text, values);
  return roles.length > 0;
}
