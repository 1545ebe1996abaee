import { Audience } from "@convene/shared/audience";
import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid } from "@convene/shared/errors";
import { distinct } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import type { OrganisationService } from "../organisation/organisation.service.ts";
import { PracticeType } from "../practice-type/practice-type.entity.ts";
import { keep, lockVisible, type PracticeChangeService } from "./practice-change.service.ts";
import { contentAfter, EMPTY_CONTENT, type PracticeContent } from "./practice-content.policy.ts";
import { PracticeOrganisationRole } from "./practice-organisation-role.enum.ts";
import { PracticeOrganisation } from "./practice-organisation.entity.ts";
import { PracticeState } from "./practice-state.enum.ts";
import { Practice } from "./practice.entity.ts";
import type {
  CreatePracticeInput,
  PracticeFilter,
  UpdatePracticeInput,
} from "./practice.inputs.ts";
import { canEdit, entry, isAuthor } from "./practice.policy.ts";
import type { PracticeRepository } from "./practice.repository.ts";

/** How many organisations one practice may have of each role when it is entered. */
const MOST_ORGANISATIONS = 50;

export interface PracticeServiceParts {
  readonly practices: PracticeRepository;
  readonly organisations: OrganisationService;
  readonly transactions: Transactions;
  readonly changes: PracticeChangeService;
}

/** Who takes part in a practice, in order. No organisation is in both lists. */
export interface Cast {
  readonly implementers: readonly string[];
  readonly partners: readonly string[];
}

export class PracticeService {
  constructor(private readonly parts: PracticeServiceParts) {}

  list(
    viewer: Viewer | null,
    filter: PracticeFilter | null,
    args: ConnectionArgs,
  ): Promise<Connection<Practice>> {
    return this.parts.practices.list(viewer, filter, args);
  }

  async create(viewer: Viewer, input: CreatePracticeInput): Promise<Practice> {
    const content = contentAfter(EMPTY_CONTENT, input);
    const cast = castOf(input);
    const { organisations, transactions } = this.parts;
    const all = await organisations.requireVisible(viewer, [
      ...cast.implementers,
      ...cast.partners,
    ]);
    const entered = entry(viewer, all.slice(0, cast.implementers.length));
    if (!entered) throw forbidden("Only an editor of one of its implementers may enter a practice");
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "createPractice",
        input,
        first: () => insertPractice(tx, { content, cast, ...entered }),
        again: (id) => lockVisible(tx, viewer, id),
      }),
    );
  }

  update(viewer: Viewer, input: UpdatePracticeInput): Promise<Practice> {
    const change = { viewer, mutation: "updatePractice", input, id: input.id };
    return this.parts.changes.change(change, async (practice, tx) => {
      requireEdit(viewer, practice);
      const content = contentAfter(practice, input);
      await requireType(tx.manager, content);
      Object.assign(practice, content);
    });
  }
}

export interface NewPractice {
  readonly content: PracticeContent;
  readonly cast: Cast;
  readonly steward: string | null;
}

/** A draft, told to the feed. The caller has checked that the viewer may enter it. */
export async function insertPractice(
  tx: Transaction,
  { content, cast, steward }: NewPractice,
): Promise<Practice> {
  await requireType(tx.manager, content);
  const practice = Object.assign(new Practice(), content, {
    id: newId("prc"),
    audience: Audience.ORGANISATION,
    organisations: [...cast.implementers],
    networks: [],
    state: PracticeState.DRAFT,
    publishedAt: null,
    steward,
    createdAt: new Date(),
  });
  await tx.manager.insert(Practice, practice);
  await tx.manager.insert(PracticeOrganisation, tiesOf(practice.id, cast));
  return keep(tx, practice);
}

/** @throws FORBIDDEN to others than its authors, CONFLICT while its text stands still. */
export function requireEdit(viewer: Viewer, practice: Practice): void {
  if (canEdit(viewer, practice)) return;
  if (!isAuthor(viewer, practice)) {
    throw forbidden("Only an editor of one of its implementers may change this practice");
  }
  throw conflict(`This practice is ${practice.state}: withdraw it before you change it`, {
    state: practice.state,
  });
}

function tiesOf(practiceId: string, { implementers, partners }: Cast): PracticeOrganisation[] {
  const ties = (ids: readonly string[], role: PracticeOrganisationRole) =>
    ids.map((organisationId, index) =>
      Object.assign(new PracticeOrganisation(), {
        practiceId,
        organisationId,
        role,
        position: index + 1,
      }),
    );
  return [
    ...ties(implementers, PracticeOrganisationRole.IMPLEMENTER),
    ...ties(partners, PracticeOrganisationRole.PARTNER),
  ];
}

function castOf(input: CreatePracticeInput): Cast {
  const implementers = distinct("implementers", input.implementers, MOST_ORGANISATIONS);
  if (implementers.length === 0)
    throw invalid("implementers", "At least one implementer is needed");
  const partners = distinct("partners", input.partners ?? [], MOST_ORGANISATIONS);
  const both = partners.find((id) => implementers.includes(id));
  if (both) throw invalid("partners", `${both} is an implementer already: it cannot be a partner`);
  return { implementers, partners };
}

async function requireType(manager: EntityManager, { typeId }: PracticeContent): Promise<void> {
  if (typeId !== null && !(await manager.existsBy(PracticeType, { id: typeId }))) {
    throw invalid("type", `${typeId} is no type of practice; see practiceTypes`);
  }
}
