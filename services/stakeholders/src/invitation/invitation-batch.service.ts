import { Audience } from "@convene/shared/audience";
import type { RowOutcome } from "@convene/shared/table/import-report";
import type { RowFault } from "@convene/shared/table/row-reading";
import { newId } from "@convene/shared/type-id";
import type { Transaction } from "@convene/shared/database/transaction";
import type { Viewer } from "@convene/shared/viewer";
import type { Network } from "../network/network.entity.ts";
import { provenanceOf } from "../organisation/organisation-origin.value.ts";
import { ProvenanceKind } from "../organisation/organisation-provenance.enum.ts";
import { blankOrganisation } from "../organisation/blank-organisation.value.ts";
import type { RosterEntry } from "../organisation-import/organisation-roster.value.ts";
import { Invitation } from "./invitation.entity.ts";
import { InvitationProblemCode } from "./invitation.enum.ts";
import { canBeMailedAgain, canInvite } from "./invitation.policy.ts";
import { type InvitationRoster, keyOf, loadInvitationRoster } from "./invitation-roster.service.ts";
import {
  countriesOf,
  namedBy,
  type ReadInvitation,
  type WantedInvitation,
} from "./invitation-table.inputs.ts";

const GOOD_FOR = 30 * 24 * 60 * 60 * 1000;

export interface InvitationBatchOptions {
  readonly viewer: Viewer;
  readonly network: Network;
  readonly rows: readonly ReadInvitation[];
  readonly resend: boolean;
}

export interface InvitationFault extends RowFault {
  readonly code?: InvitationProblemCode;
}

export interface InvitedRow {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly faults: readonly InvitationFault[];
  readonly invitation: Invitation | null;
}

/** What the rows may mean is known; they are decided one after the other, and nothing is stored. */
export class InvitationBatch {
  /** Organisations that are not stored yet. */
  readonly entered: RosterEntry[] = [];
  /** Organisations that become members where they are none: those that are invited anew. */
  readonly joining: string[] = [];
  /** Invitations that are new, or are to be mailed again. */
  readonly mailed = new Set<Invitation>();
  private readonly now = new Date();

  private constructor(
    private readonly options: InvitationBatchOptions,
    private readonly roster: InvitationRoster,
  ) {}

  static async open(tx: Transaction, options: InvitationBatchOptions): Promise<InvitationBatch> {
    return new InvitationBatch(options, await loadInvitationRoster(tx, options));
  }

  take({ line, wanted, faults }: ReadInvitation): InvitedRow {
    if (!wanted) return { line, outcome: "skipped", faults, invitation: null };
    if (this.roster.stopped.has(wanted.email)) return unwanted(line, wanted);
    const { one, several = [] } = this.roster.organisations.find(
      namedBy(wanted, this.options.network),
    );
    if (one === null && several.length > 0) return skipped(line, wanted, meansAnyOf(several));
    const entry = one ?? this.enter(wanted);
    const known = this.roster.standing.get(
      keyOf({ organisationId: entry.id, email: wanted.email }),
    );
    if (known && !this.isDue(known))
      return { line, outcome: "unchanged", faults, invitation: known };
    const reason = this.reasonAgainst(entry, known);
    if (reason !== null) return skipped(line, wanted, reason);
    if (!known) return { line, outcome: "created", faults, invitation: this.invite(entry, wanted) };
    return { line, outcome: "updated", faults, invitation: this.mailAgain(known) };
  }

  private isDue(known: Invitation): boolean {
    return this.options.resend && canBeMailedAgain(known, this.now);
  }

  /**
   * Nobody gives away what others have entered, or own; and what was taken out of the network does
   * not come back by an invitation. To whoever may not invite it, nothing else is told of it.
   */
  private reasonAgainst(
    { id, organisation }: RosterEntry,
    known: Invitation | undefined,
  ): string | null {
    const { viewer, network } = this.options;
    if (!known && !canInvite(viewer, network, organisation)) {
      return "was not entered by an invitation of this network, so only an administrator can invite it";
    }
    if (this.roster.owned.has(id)) return "has an owner already, who can name others";
    if (this.roster.left.has(id))
      return "has left the network: let it in again before you invite it";
    return null;
  }

  /** The network's own until somebody of it decides who else sees it. */
  private enter({ name, nameKey, country, language }: WantedInvitation): RosterEntry {
    const { network } = this.options;
    const organisation = Object.assign(blankOrganisation(), {
      name,
      nameKey,
      countries: countriesOf(country, network),
      languages: language === null ? [] : [language],
      audience: Audience.NETWORK,
      provenance: [provenanceOf(ProvenanceKind.ENTERED)],
      enteredById: network.id,
    });
    const { id } = organisation;
    const entry = { id, organisation, identifiers: [], added: [], isNew: true };
    this.roster.organisations.put(entry);
    this.entered.push(entry);
    return entry;
  }

  private invite({ id }: RosterEntry, { email, language }: WantedInvitation): Invitation {
    const { now } = this;
    const invitation = Object.assign(new Invitation(), {
      id: newId("inv"),
      networkId: this.options.network.id,
      organisationId: id,
      email,
      language,
      mailings: 1,
      mailedAt: now,
      createdAt: now,
      expiresAt: new Date(now.getTime() + GOOD_FOR),
      revokedAt: null,
      acceptedAt: null,
      acceptedById: null,
      refusedAt: null,
      stoppedAt: null,
    });
    this.roster.standing.set(keyOf(invitation), invitation);
    this.joining.push(id);
    this.mailed.add(invitation);
    return invitation;
  }

  private mailAgain(known: Invitation): Invitation {
    Object.assign(known, {
      mailings: known.mailings + 1,
      mailedAt: this.now,
      expiresAt: new Date(this.now.getTime() + GOOD_FOR),
    });
    this.mailed.add(known);
    return known;
  }
}

const meansAnyOf = (several: readonly string[]): string =>
  `may mean any of ${several.join(", ")}: write the full name`;

const skipped = (line: number, { name }: WantedInvitation, reason: string): InvitedRow => ({
  line,
  outcome: "skipped",
  invitation: null,
  faults: [{ field: "name", cell: name, reason }],
});

/** Nothing is entered for whoever does not want to hear of it. */
const unwanted = (line: number, { email }: WantedInvitation): InvitedRow => ({
  line,
  outcome: "skipped",
  invitation: null,
  faults: [
    {
      field: "email",
      cell: email,
      reason: "has asked not to be invited",
      code: InvitationProblemCode.ASKED_NOT_TO_BE_INVITED,
    },
  ],
});
