import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import type { OrganisationService } from "../organisation/organisation.service.ts";
import type { PracticeChangeService } from "../practice/practice-change.service.ts";
import { PracticeOrganisationRole } from "../practice/practice-organisation-role.enum.ts";
import { PracticeOrganisation } from "../practice/practice-organisation.entity.ts";
import type { Practice } from "../practice/practice.entity.ts";
import { requireEdit } from "../practice/practice.service.ts";
import type {
  AddPracticeOrganisationInput,
  RemovePracticeOrganisationInput,
} from "./practice-organisation.inputs.ts";

const { IMPLEMENTER } = PracticeOrganisationRole;

/** Who takes part in a practice. */
export class PracticeOrganisationService {
  constructor(
    private readonly changes: PracticeChangeService,
    private readonly organisations: OrganisationService,
  ) {}

  async add(viewer: Viewer, input: AddPracticeOrganisationInput): Promise<Practice> {
    const { organisation: organisationId, role } = input;
    await this.organisations.requireVisible(viewer, [organisationId]);
    const change = { viewer, mutation: "addPracticeOrganisation", input, id: input.practice };
    return this.changes.change(change, async (practice, tx) => {
      requireEdit(viewer, practice);
      const ties = await tiesOf(tx, practice);
      if (ties.some((tie) => tie.organisationId === organisationId)) {
        throw conflict(`${organisationId} takes part in this practice already`, {
          field: "organisation",
        });
      }
      const last = ties.filter((tie) => tie.role === role).at(-1)?.position ?? 0;
      const tie = { practiceId: practice.id, organisationId, role, position: last + 1 };
      await tx.manager.insert(PracticeOrganisation, tie);
      if (role === IMPLEMENTER)
        practice.organisations = [...practice.organisations, organisationId];
    });
  }

  async remove(viewer: Viewer, input: RemovePracticeOrganisationInput): Promise<Practice> {
    const { organisation: organisationId } = input;
    await this.organisations.requireVisible(viewer, [organisationId]);
    const change = { viewer, mutation: "removePracticeOrganisation", input, id: input.practice };
    return this.changes.change(change, async (practice, tx) => {
      requireEdit(viewer, practice);
      const tie = (await tiesOf(tx, practice)).find((one) => one.organisationId === organisationId);
      if (!tie) throw notFound("PracticeOrganisation", organisationId);
      const others = practice.organisations.filter((id) => id !== organisationId);
      if (others.length === 0) {
        throw conflict("A practice needs an implementer: add another before you remove the last", {
          field: "organisation",
        });
      }
      await tx.manager.delete(PracticeOrganisation, { practiceId: practice.id, organisationId });
      practice.organisations = others;
    });
  }
}

/** The practice is locked, so these stand still. */
const tiesOf = (tx: Transaction, { id }: Practice): Promise<PracticeOrganisation[]> =>
  tx.manager.find(PracticeOrganisation, {
    where: { practiceId: id },
    order: { position: "ASC" },
  });
