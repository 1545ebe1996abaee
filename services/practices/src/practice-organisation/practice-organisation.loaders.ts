import { Connection, type ConnectionArgs } from "@convene/shared/connection/connection";
import { ChildLists, whereSql } from "@convene/shared/connection/list";
import type { Viewer } from "@convene/shared/viewer";
import type DataLoader from "dataloader";
import sql, { raw } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { organisationIsVisible } from "../organisation/organisation.repository.ts";
import { PracticeOrganisationRole } from "../practice/practice-organisation-role.enum.ts";
import { PracticeOrganisation } from "../practice/practice-organisation.entity.ts";
import type { Practice } from "../practice/practice.entity.ts";
import { practiceIsVisible } from "../practice/practice.repository.ts";

/** Both ends of a tie must be there for the viewer, else it is left out of lists and counts. */
export const practiceOrganisationLoaders = (
  manager: EntityManager,
  viewer: Viewer | null,
  practices: DataLoader<string, Practice | null>,
) => {
  const ties = tiesOfOrganisation(manager, viewer);
  return {
    implementers: ofRole(manager, viewer, PracticeOrganisationRole.IMPLEMENTER),
    partners: ofRole(manager, viewer, PracticeOrganisationRole.PARTNER),
    practicesOfOrganisation: async (id: string, args: ConnectionArgs) =>
      withPractices(await ties.load(id, args), practices),
  };
};

const tiesOfOrganisation = (manager: EntityManager, viewer: Viewer | null) =>
  new ChildLists(manager, {
    entity: PracticeOrganisation,
    parent: "t.organisation_id",
    order: [{ column: "t.practice_id", direction: "DESC", type: "text" }],
    where: [
      organisationIsVisible(viewer, raw("t.organisation_id")),
      sql`EXISTS (SELECT 1 FROM practice AS p ${whereSql([
        sql`p.id = t.practice_id`,
        practiceIsVisible(viewer, "p"),
      ])})`,
    ],
  });

/** The practices in the place of the ties; one that was hidden a moment ago is left out. */
async function withPractices(
  ties: Connection<PracticeOrganisation>,
  practices: DataLoader<string, Practice | null>,
): Promise<Connection<Practice>> {
  const edges = await Promise.all(
    ties.edges.map(async ({ cursor, node }) => {
      const practice = await practices.load(node.practiceId);
      return practice ? [{ cursor, node: practice }] : [];
    }),
  );
  return new Connection(edges.flat(), ties.pageInfo, () => ties.totalCount());
}

const ofRole = (manager: EntityManager, viewer: Viewer | null, role: PracticeOrganisationRole) =>
  new ChildLists(manager, {
    entity: PracticeOrganisation,
    parent: "t.practice_id",
    order: [
      { column: "t.position", direction: "ASC", type: "integer" },
      { column: "t.organisation_id", direction: "ASC", type: "text" },
    ],
    where: [sql`t.role = ${role}`, organisationIsVisible(viewer, raw("t.organisation_id"))],
  });
