import type { Transaction } from "@convene/shared/database/transaction";
import type { RowOutcome } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
import { newId } from "@convene/shared/type-id";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import { In, IsNull } from "typeorm";
import type { Network } from "../network/network.entity.ts";
import { NetworkKind } from "../network/network.enum.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import { blankOrganisation } from "../organisation/organisation.service.ts";
import {
  awaitOtherImports,
  loadRoster,
} from "../organisation-import/organisation-roster.repository.ts";
import {
  type NamedOrganisation,
  OrganisationRoster,
  type RosterEntry,
} from "../organisation-import/organisation-roster.value.ts";
import { owned } from "../role/role.repository.ts";
import { Invitation } from "./invitation.entity.ts";
import { canBeMailedAgain } from "./invitation.policy.ts";
import type { ReadInvitation, WantedInvitation } from "./invitation-table.inputs.ts";

const GOOD_FOR = 30 * 24 * 60 * 60 * 1000;

export interface InvitationBatchOptions {
  readonly viewer: Viewer;
  readonly network: Network;
  readonly rows: readonly ReadInvitation[];
  readonly resend: boolean;
}

export interface InvitedRow {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
  readonly invitation: Invitation | null;
}

/** What the rows may mean is known; they are decided one after the other, and nothing is stored. */
export class InvitationBatch {
  /** Organisations that are not stored yet. */
  readonly entered: RosterEntry[] = [];
  /** Invitations that are new, or are to be mailed again. */
  readonly mailed = new Set<Invitation>();
  private readonly now = new Date();
  private readonly standing = new Map<string, Invitation>();

  private constructor(
    private readonly options: InvitationBatchOptions,
    private readonly roster: OrganisationRoster,
    private readonly taken: ReadonlySet<string>,
  ) {}

  static async open(tx: Transaction, options: InvitationBatchOptions): Promise<InvitationBatch> {
    const { viewer, network, rows } = options;
    await awaitOtherImports(tx.manager);
    const named = rows.flatMap(({ wanted }) => (wanted ? [namedBy(wanted, network)] : []));
    const all = await loadRoster(tx.manager, named, { lock: true });
    // What the viewer may not see is for them not there.
    const seen = all.filter(({ organisation }) => canSeeOrganisation(viewer, organisation));
    const ids = seen.map(({ id }) => id);
    const taken = new Set(await owned(tx.manager, ids));
    const batch = new InvitationBatch(options, new OrganisationRoster(seen), taken);
    const standing = await tx.manager.findBy(Invitation, {
      networkId: network.id,
      organisationId: In(ids),
      revokedAt: IsNull(),
    });
    for (const invitation of standing) batch.standing.set(keyOf(invitation), invitation);
    return batch;
  }

  take({ line, wanted, faults }: ReadInvitation): InvitedRow {
    if (!wanted) return { line, outcome: "skipped", faults, invitation: null };
    const { one, several = [] } = this.roster.find(namedBy(wanted, this.options.network));
    if (one === null && several.length > 0) return skipped(line, wanted, several);
    const entry = one ?? this.enter(wanted);
    const known = this.standing.get(keyOf({ organisationId: entry.id, email: wanted.email }));
    if (known) return { line, outcome: this.again(known), faults, invitation: known };
    const reason = one && this.reasonAgainst(one);
    if (reason) {
      return { ...skipped(line, wanted), faults: [{ field: "name", cell: wanted.name, reason }] };
    }
    const invitation = this.invite(entry.id, wanted);
    return { line, outcome: "created", faults, invitation };
  }

  private again(known: Invitation): RowOutcome {
    if (!this.options.resend || !canBeMailedAgain(known, this.now)) return "unchanged";
    Object.assign(known, {
      mailings: known.mailings + 1,
      mailedAt: this.now,
      expiresAt: new Date(this.now.getTime() + GOOD_FOR),
    });
    this.mailed.add(known);
    return "updated";
  }

  /** Nobody gives away what others have entered, or own. */
  private reasonAgainst({ id, organisation }: RosterEntry): string | null {
    const { viewer, network } = this.options;
    if (this.taken.has(id)) return "has an owner already, who can name others";
    const { networks } = organisation;
    if (networks.length === 0 || networks.includes(network.id) || isAdmin(viewer)) return null;
    return "belongs to another network, whose secretariat can invite it";
  }

  private enter({ name, nameKey, country, language }: WantedInvitation): RosterEntry {
    const organisation = Object.assign(blankOrganisation(), {
      name,
      nameKey,
      countries: countriesOf(country, this.options.network),
      languages: language === null ? [] : [language],
    });
    const { id } = organisation;
    const entry = { id, organisation, identifiers: [], added: [], isNew: true };
    this.roster.put(entry);
    this.entered.push(entry);
    return entry;
  }

  private invite(organisationId: string, { email, language }: WantedInvitation): Invitation {
    const { now } = this;
    const invitation = Object.assign(new Invitation(), {
      id: newId("inv"),
      networkId: this.options.network.id,
      organisationId,
      email,
      language,
      mailings: 1,
      mailedAt: now,
      createdAt: now,
      expiresAt: new Date(now.getTime() + GOOD_FOR),
      revokedAt: null,
      acceptedAt: null,
      refusedAt: null,
    });
    this.standing.set(keyOf(invitation), invitation);
    this.mailed.add(invitation);
    return invitation;
  }
}

const keyOf = ({ organisationId, email }: Pick<Invitation, "organisationId" | "email">): string =>
  `${organisationId} ${email}`;

/** In a country network, an organisation of which no country is told is of that country. */
const countriesOf = (country: string | null, { kind, countries }: Network): string[] => {
  if (country !== null) return [country];
  return kind === NetworkKind.COUNTRY ? [...countries] : [];
};

const namedBy = (
  { name, nameKey, country }: WantedInvitation,
  network: Network,
): NamedOrganisation => ({
  known: null,
  nameKey,
  countries: countriesOf(country, network),
  field: "name",
  cell: name,
});

const skipped = (
  line: number,
  { name }: WantedInvitation,
  several: readonly string[] = [],
): InvitedRow => ({
  line,
  outcome: "skipped",
  invitation: null,
  faults: [
    {
      field: "name",
      cell: name,
      reason: `may mean any of ${several.join(", ")}: write the full name`,
    },
  ],
});
