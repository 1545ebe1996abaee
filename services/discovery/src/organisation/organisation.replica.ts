import { protectionSchema } from "@convene/shared/protection";
import { type Replica, replicaTable } from "@convene/shared/replica/replica";
import { collapseSpace, foldText } from "@convene/shared/table/text-folding";
import type { EntityManager } from "typeorm";
import { z } from "zod";
import { OrganisationDocument } from "./organisation-document.entity.ts";
import { TERM_FACETS } from "./organisation-term.entity.ts";

const payload = z.object({
  protection: protectionSchema,
  name: z.string(),
  names: z.array(z.object({ name: z.string() })),
  acronym: z.string().nullable(),
  category: z.string().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  countries: z.array(z.string()),
  areas: z.array(z.object({ country: z.string(), code: z.string().nullable(), name: z.string() })),
  objectives: z.array(z.number()),
  sectors: z.array(z.string()),
  languages: z.array(z.string()),
  description: z.string().nullable(),
  lastConfirmedOn: z.string().nullable(),
  createdAt: z.string(),
});

/** A name, or a text that may be one, spelled so that it can be compared. */
export const foldName = (text: string): string => collapseSpace(foldText(text));

const documents = replicaTable({
  source: "stakeholders",
  type: "Organisation",
  payload,
  entity: OrganisationDocument,
  row: ({ id, payload: { protection, identifiers, areas, description, createdAt, ...kept } }) => {
    const names = distinct([kept.name, ...kept.names.map(({ name }) => name)].map(foldName));
    const areaNames = new Map(
      areas.map(({ country, code, name }) => [code ?? `${country} ${name}`, name]),
    );
    const texts = [...names, kept.acronym, description].filter((text) => text !== null);
    return {
      ...kept,
      ...protection,
      id,
      sortName: foldName(kept.name),
      names,
      acronym: kept.acronym === null ? null : foldName(kept.acronym),
      identifiers: distinct(
        identifiers.flatMap(({ scheme, value }) => [`${scheme}:${value}`, value].map(foldName)),
      ),
      countries: distinct(kept.countries),
      areas: [...areaNames.keys()],
      areaNames: [...areaNames.values()],
      objectives: distinct(kept.objectives),
      sectors: distinct(kept.sectors),
      languages: distinct(kept.languages),
      createdAt: new Date(createdAt),
      searchText: foldText(texts.join(" \n ")),
    };
  },
});

const idsOf = (changes: readonly { id: string }[]): string[] => changes.map(({ id }) => id);

/** The documents, and beside them their values, each as a row of its own. */
export const organisationReplica: Replica<z.infer<typeof payload>> = {
  ...documents,
  apply: async (manager, changes) => {
    await documents.apply(manager, changes);
    await renewTerms(manager, idsOf(changes));
  },
  remove: async (manager, tombstones) => {
    await documents.remove(manager, tombstones);
    await renewTerms(manager, idsOf(tombstones));
  },
  clear: async (manager) => {
    await documents.clear(manager);
    await manager.query(`DELETE FROM organisation_term`);
  },
};

async function renewTerms(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(`DELETE FROM organisation_term WHERE organisation_id = ANY($1)`, [ids]);
  await manager.query(INSERT_TERMS, [ids]);
}

const INSERT_TERMS = `INSERT INTO organisation_term (organisation_id, facet, value, is_public)
  ${TERM_FACETS.map(
    (facet) => `SELECT id, '${facet}', value::text, audience = 'PUBLIC'
      FROM organisation_document, unnest(${facet}) AS value WHERE id = ANY($1)`,
  ).join(" UNION ALL ")}`;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
