import { Audience } from "@convene/shared/audience";
import { normaliseName } from "@convene/shared/table/name-key";
import { buildViewer } from "@convene/shared/testing/viewers";
import type { OrganisationRole, Viewer } from "@convene/shared/viewer";
import type { DataSource } from "typeorm";
import { OrganisationIdentifier } from "../src/organisation/organisation-identifier.entity.ts";
import type { Organisation } from "../src/organisation/organisation.entity.ts";
import { blankOrganisation } from "../src/organisation/organisation.service.ts";

let made = 0;
/** A number that no other call in this file gets, for names. */
export const next = (): number => ++made;

type OrganisationOverrides = Partial<Organisation> & {
  readonly identifiers?: readonly { scheme: string; value: string }[];
};

/** Straight into the tables, so that a test's own words are what it tests. */
export async function buildOrganisation(
  db: DataSource,
  { identifiers = [], ...overrides }: OrganisationOverrides = {},
): Promise<Organisation> {
  const name = overrides.name ?? `Organisation ${next()}`;
  const organisation = Object.assign(blankOrganisation(), {
    name,
    nameKey: normaliseName(name),
    ...overrides,
  });
  await db.manager.save(organisation);
  for (const identifier of identifiers) {
    await db.manager.insert(OrganisationIdentifier, {
      ...identifier,
      organisationId: organisation.id,
    });
  }
  return organisation;
}

/** One that nobody but its own people sees. */
export const buildHiddenOrganisation = (db: DataSource): Promise<Organisation> =>
  buildOrganisation(db, { audience: Audience.NOBODY });

/** A viewer with one role in each of these organisations. */
export const viewerOf = (
  organisations: readonly { readonly id: string }[],
  role: OrganisationRole = "EDITOR",
): Viewer => buildViewer({ organisations: organisations.map(({ id }) => ({ id, role })) });

/** What the first error of an answer tells a program. */
export const codeOf = (result: { errors?: readonly { extensions?: object }[] }): unknown =>
  result.errors?.[0]?.extensions;
