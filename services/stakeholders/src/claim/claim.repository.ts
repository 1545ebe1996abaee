import type { Claims, NetworkRole, OrganisationRole } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { holdsOn } from "../period/period.repository.ts";
import { today } from "@convene/shared/today";

interface OrganisationRow {
  readonly id: string;
  readonly roles: readonly OrganisationRole[];
}

interface NetworkRow {
  readonly id: string;
  /** Who is secretariat by their own membership, or as owner or editor of one that is. */
  readonly governs: boolean;
}

/**
 * What a person may do today: with access in organisations, and in networks, where they belong on
 * their own or through an organisation for which they act. Observers have no more than others.
 */
export async function claimsOf(manager: EntityManager, person: string): Promise<Partial<Claims>> {
  const [organisations, networks] = await Promise.all([
    organisationsOf(manager, person),
    networksOf(manager, person),
  ]);
  return { organisations, networks };
}

const RANK: readonly OrganisationRole[] = ["OWNER", "EDITOR", "DELEGATE"];

async function organisationsOf(manager: EntityManager, person: string) {
  const { text, values } = sql`
    SELECT r.organisation_id AS id, array_agg(r.access) AS roles FROM role AS r
    WHERE r.person_id = ${person} AND r.access IS NOT NULL AND ${holdsOn("r", today())}
    GROUP BY r.organisation_id ORDER BY r.organisation_id`;
  const rows: OrganisationRow[] = await manager.query(text, values);
  return rows.map(({ id, roles }) => ({
    id,
    role: RANK.find((role) => roles.includes(role)) ?? ("DELEGATE" as const),
  }));
}

async function networksOf(manager: EntityManager, person: string) {
  const { text, values } = sql`
    SELECT m.network_id AS id,
      bool_or(m.role = 'SECRETARIAT' AND (m.person_id IS NOT NULL OR r.access <> 'DELEGATE')) AS governs
    FROM network_member AS m
    LEFT JOIN role AS r ON r.organisation_id = m.organisation_id AND r.person_id = ${person}
      AND r.access IS NOT NULL AND ${holdsOn("r", today())}
    WHERE m.role <> 'OBSERVER' AND ${holdsOn("m", today())}
      AND (m.person_id = ${person} OR r.id IS NOT NULL)
    GROUP BY m.network_id ORDER BY m.network_id`;
  const rows: NetworkRow[] = await manager.query(text, values);
  return rows.map(({ id, governs }) => {
    const role: NetworkRole = governs ? "SECRETARIAT" : "MEMBER";
    return { id, role };
  });
}
