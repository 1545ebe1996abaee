import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { PracticeOrganisationRole } from "./practice-organisation-role.enum.ts";
import { PracticeOrganisation } from "./practice-organisation.entity.ts";
import { Practice } from "./practice.entity.ts";

/** What the change feed tells of practices; see docs/change-feeds.md. */
export async function loadPracticePayloads(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, object>> {
  const practices = await manager.findBy(Practice, { id: In([...ids]) });
  const ties = await manager.find(PracticeOrganisation, {
    where: { practiceId: In([...ids]) },
    order: { position: "ASC" },
  });
  const ofRole = (id: string, role: PracticeOrganisationRole) =>
    ties
      .filter((tie) => tie.practiceId === id && tie.role === role)
      .map((tie) => tie.organisationId);
  return new Map(
    practices.map((practice) => [
      practice.id,
      {
        protection: {
          audience: practice.audience,
          organisations: practice.organisations,
          networks: practice.networks,
        },
        title: practice.title,
        summary: practice.summary,
        type: practice.typeId,
        language: practice.language,
        objectives: practice.objectives,
        guidingPrinciples: practice.guidingPrinciples,
        sdgs: practice.sdgs,
        countries: practice.countries,
        implementers: ofRole(practice.id, PracticeOrganisationRole.IMPLEMENTER),
        partners: ofRole(practice.id, PracticeOrganisationRole.PARTNER),
        state: practice.state,
        publishedAt: practice.publishedAt,
        startDate: practice.startDate,
        endDate: practice.endDate,
      },
    ]),
  );
}
