import type { Transaction } from "@convene/shared/database/transaction";
import sql from "sql-template-tag";
import { type EntityManager, In } from "typeorm";
import { OrganisationIdentifier } from "../organisation/organisation-identifier.entity.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { publishOrganisations } from "../organisation/organisation.feed.ts";
import type { NamedOrganisation, RosterEntry } from "./organisation-roster.value.ts";

/** Imports that may make the same organisation follow each other, batch by batch. */
export const awaitOtherImports = (manager: EntityManager): Promise<unknown> =>
  manager.query("SELECT pg_advisory_xact_lock(hashtextextended('organisation-import', 0))");

interface RosterOptions {
  /** Until the end of the transaction nobody else changes them. */
  readonly lock: boolean;
}

/** All that the rows may mean, in three statements. */
export async function loadRoster(
  manager: EntityManager,
  named: readonly NamedOrganisation[],
  { lock }: RosterOptions,
): Promise<RosterEntry[]> {
  const ids = await candidates(manager, named);
  if (ids.length === 0) return [];
  const query = manager
    .createQueryBuilder(Organisation, "o")
    .where("o.id = ANY(:ids) AND o.mergedIntoId IS NULL", { ids })
    .orderBy("o.id");
  const organisations = await (lock ? query.setLock("pessimistic_write") : query).getMany();
  const identifiers = await manager.find(OrganisationIdentifier, {
    where: { organisationId: In(ids) },
    order: { scheme: "ASC", value: "ASC" },
  });
  const byId = new Map<string, OrganisationIdentifier[]>(ids.map((id) => [id, []]));
  for (const one of identifiers) byId.get(one.organisationId)?.push(one);
  return organisations.map((organisation) => ({
    id: organisation.id,
    organisation,
    identifiers: byId.get(organisation.id) ?? [],
    added: [],
    isNew: false,
  }));
}

async function candidates(manager: EntityManager, named: readonly NamedOrganisation[]) {
  const own = named.flatMap(({ known }) => known?.id ?? []);
  const identifiers = named.flatMap(({ known }) => known?.identifier ?? []);
  const names = named.flatMap(({ nameKey, acronymKey }) =>
    [nameKey ?? [], acronymKey ?? []].flat(),
  );
  const shortNames = named.flatMap(({ nameKey, cell }) =>
    [nameKey ?? [], cell.toLowerCase()].flat(),
  );
  const schemes = identifiers.map(({ scheme }) => scheme);
  const values = identifiers.map(({ value }) => value);
  const query = sql`
    SELECT id FROM organisation WHERE id = ANY(${own}::text[])
    UNION SELECT id FROM organisation WHERE name_key = ANY(${names}::text[])
    UNION SELECT id FROM organisation WHERE other_name_keys && ${names}::text[]
    UNION SELECT id FROM organisation WHERE lower(acronym) = ANY(${shortNames}::text[])
    UNION SELECT i.organisation_id FROM organisation_identifier AS i
      JOIN unnest(${schemes}::text[], ${values}::text[]) AS wanted (scheme, value)
        ON i.scheme = wanted.scheme AND lower(i.value) = lower(wanted.value)`;
  const rows: { id: string }[] = await manager.query(query.text, query.values);
  return rows.map(({ id }) => id);
}

/** New ones and changed ones alike; the stored ones among them are locked, so nothing is lost. */
export async function saveEntries(tx: Transaction, entries: readonly RosterEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ organisation }) => ({ ...organisation }));
  await tx.manager.upsert(Organisation, rows, ["id"]);
  const identifiers = entries.flatMap(({ id, added }) =>
    added.map(({ scheme, value }) => ({ scheme, value, organisationId: id })),
  );
  if (identifiers.length > 0) await tx.manager.insert(OrganisationIdentifier, identifiers);
}

export const publishEntries = (tx: Transaction, entries: readonly RosterEntry[]): Promise<void> =>
  publishOrganisations(
    tx,
    entries.map(({ id }) => id),
  );
