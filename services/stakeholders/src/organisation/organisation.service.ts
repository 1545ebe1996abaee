import type { Connection } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { OnceRequest } from "@convene/shared/database/idempotency";
import { type Transaction, type Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid } from "@convene/shared/errors";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import type { Viewer } from "@convene/shared/viewer";
import { type DataSource, type EntityManager } from "typeorm";
import { StakeholderCategory } from "../stakeholder-category/stakeholder-category.entity.ts";
import { today } from "@convene/shared/today";
import { blankOrganisation } from "./blank-organisation.value.ts";
import { type Identifier, readIdentifierOf } from "./identifier.value.ts";
import {
  readChange,
  readIdentifiers,
  withCountriesOfAreas,
} from "./organisation-change.service.ts";
import { OrganisationIdentifier } from "./organisation-identifier.entity.ts";
import { Organisation } from "./organisation.entity.ts";
import { keepingOrigin, provenanceOf } from "./organisation-origin.value.ts";
import { ProvenanceKind } from "./organisation-provenance.enum.ts";
import { publishOrganisations } from "./organisation.feed.ts";
import { canSeeField } from "./organisation-field.policy.ts";
import type {
  ConfirmOrganisationInput,
  CreateOrganisationInput,
  DeleteOrganisationInput,
  OrganisationsArgs,
  UpdateOrganisationInput,
} from "./organisation.inputs.ts";
import {
  canCreateOrganisation,
  canDeleteOrganisation,
  canSeeOrganisation,
} from "./organisation.policy.ts";
import {
  filterSql,
  lockOrganisation,
  lockOrganisationToEdit,
  organisationVisibleTo,
} from "./organisation.repository.ts";
import { inWords } from "./organisation-conflict.repository.ts";

/** What the rest of the service does when an organisation comes or goes, in its transaction. */
export interface OrganisationLife {
  /** Who makes an organisation becomes its owner. */
  begun(tx: Transaction, organisation: Organisation, viewer: Viewer): Promise<void>;
  ending(tx: Transaction, organisation: Organisation): Promise<void>;
}

interface OrganisationServiceParts {
  readonly db: DataSource;
  readonly transactions: Transactions;
  readonly life: OrganisationLife;
}

export class OrganisationService {
  constructor(private readonly parts: OrganisationServiceParts) {}

  list(viewer: Viewer | null, args: OrganisationsArgs): Promise<Connection<Organisation>> {
    return list(
      this.parts.db.manager,
      {
        entity: Organisation,
        order: [
          { column: "t.name_key", direction: "ASC", type: "text" },
          { column: "t.id", direction: "ASC", type: "text" },
        ],
        where: [...filterSql(args.filter), organisationVisibleTo(viewer)],
      },
      args,
    );
  }

  /** Null where nothing has the identifier, or what has it is hidden. */
  async byIdentifier(viewer: Viewer | null, asked: Identifier) {
    const read = readIdentifierOf(asked.scheme, asked.value.trim());
    const { scheme, value } = read.ok ? read.identifier : asked;
    const organisation = await this.parts.db.manager
      .createQueryBuilder(Organisation, "t")
      .innerJoin(OrganisationIdentifier, "i", "i.organisationId = t.id")
      .where("i.scheme = lower(:scheme) AND lower(i.value) = lower(:value)", { scheme, value })
      .getOne();
    if (!organisation || !canSeeOrganisation(viewer, organisation)) return null;
    return canSeeField(viewer, organisation, "IDENTIFIERS") ? organisation : null;
  }

  async create(viewer: Viewer, input: CreateOrganisationInput): Promise<Organisation> {
    if (!canCreateOrganisation(viewer)) {
      throw forbidden("Your account must first be tied to a person");
    }
    return this.once(viewer, { mutation: "createOrganisation", input }, (tx) =>
      this.insert(tx, viewer, input),
    );
  }

  update(viewer: Viewer, input: UpdateOrganisationInput): Promise<Organisation> {
    return this.once(viewer, { mutation: "updateOrganisation", input }, async (tx) => {
      const organisation = await lockOrganisationToEdit(tx, viewer, input.id);
      expectChoosable(organisation.audience, input.audience);
      Object.assign(organisation, keepingOrigin(organisation, readChange(input)));
      const identifiers = readIdentifiers(input);
      if (identifiers) await replaceIdentifiers(tx.manager, organisation.id, identifiers);
      return this.save(tx, organisation);
    });
  }

  confirm(viewer: Viewer, input: ConfirmOrganisationInput): Promise<Organisation> {
    return this.once(viewer, { mutation: "confirmOrganisation", input }, async (tx) => {
      const organisation = await lockOrganisationToEdit(tx, viewer, input.id);
      const day = input.on ?? today();
      if (day > today()) throw invalid("on", `${day} is still to come`);
      organisation.lastConfirmedOn = day;
      return this.save(tx, organisation);
    });
  }

  /** Only what nothing hangs on: whatever took part in something is history. */
  delete(viewer: Viewer, { id }: DeleteOrganisationInput): Promise<Organisation> {
    return this.write(async (tx) => {
      const organisation = await lockOrganisation(tx, viewer, id);
      if (!canDeleteOrganisation(viewer, organisation)) {
        throw forbidden(`Only the owners of ${organisation.name} may delete it`);
      }
      await this.parts.life.ending(tx, organisation);
      await tx.manager.delete(Organisation, { id });
      await publishOrganisations(tx, [id]);
      return organisation;
    });
  }

  private async insert(tx: Transaction, viewer: Viewer, input: CreateOrganisationInput) {
    expectChoosable(null, input.audience);
    const organisation = Object.assign(blankOrganisation(), readChange(input));
    if (organisation.provenance.length === 0) {
      organisation.provenance = [provenanceOf(ProvenanceKind.ENTERED)];
    }
    await this.save(tx, organisation, readIdentifiers(input));
    await this.parts.life.begun(tx, organisation, viewer);
    return organisation;
  }

  private async save(tx: Transaction, organisation: Organisation, identifiers?: Identifier[]) {
    await requireCategory(tx.manager, organisation.categoryId);
    organisation.countries = withCountriesOfAreas(organisation);
    organisation.updatedAt = new Date();
    await tx.manager.save(organisation, { reload: false });
    if (identifiers) await replaceIdentifiers(tx.manager, organisation.id, identifiers);
    await publishOrganisations(tx, [organisation.id]);
    return organisation;
  }

  private once(
    viewer: Viewer,
    request: Pick<OnceRequest<Organisation>, "mutation" | "input">,
    first: (tx: Transaction) => Promise<Organisation>,
  ): Promise<Organisation> {
    return this.write((tx) =>
      tx.once({
        viewer,
        ...request,
        first: () => first(tx),
        again: (id) => lockOrganisation(tx, viewer, id),
      }),
    );
  }

  private async write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.parts.transactions.write(work);
    } catch (error) {
      throw inWords(error);
    }
  }
}

async function requireCategory(manager: EntityManager, id: string | null): Promise<void> {
  if (id === null || (await manager.existsBy(StakeholderCategory, { id }))) return;
  throw invalid("category", `There is no stakeholder category ${id}`);
}

async function replaceIdentifiers(manager: EntityManager, id: string, now: Identifier[]) {
  await manager.delete(OrganisationIdentifier, { organisationId: id });
  const rows = now.map((identifier) => ({ ...identifier, organisationId: id }));
  if (rows.length > 0) await manager.insert(OrganisationIdentifier, rows);
}
