import { Readable } from "node:stream";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, notFound } from "@convene/shared/errors";
import { openCsv } from "@convene/shared/table/open-csv";
import type { Table } from "@convene/shared/table/table";
import type { Viewer } from "@convene/shared/viewer";
import { lockNetworkToEdit } from "../network/network.repository.ts";
import { joinNetwork, takeBackJoining } from "../network-member/network-member.service.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import {
  publishEntries,
  saveEntries,
} from "../organisation-import/organisation-roster.repository.ts";
import { hadPeople } from "../role/role.repository.ts";
import { Invitation } from "./invitation.entity.ts";
import { InvitationState } from "./invitation.enum.ts";
import { publishInvitations } from "./invitation.feed.ts";
import type { InviteOrganisationsInput, RevokeInvitationInput } from "./invitation.inputs.ts";
import { canSeeInvitation, stateOf } from "./invitation.policy.ts";
import { InvitedOrganisations } from "./invitation.type.ts";
import { InvitationBatch, type InvitedRow } from "./invitation-batch.service.ts";
import { forgetInvitationsFor } from "./invitation-erasure.service.ts";
import { readInvitations } from "./invitation-table.inputs.ts";

export interface TableOfInvitations {
  readonly network: string;
  readonly table: Table;
  readonly resend: boolean;
}

export class InvitationService {
  constructor(private readonly transactions: Transactions) {}

  async invite(viewer: Viewer, input: InviteOrganisationsInput): Promise<InvitedOrganisations> {
    const { network, csv, resend } = input;
    const table = await openCsv(Readable.from([csv]));
    return sumUp(await this.inviteAll(viewer, { network, table, resend: resend ?? false }));
  }

  /** A row that is wrong is told of, and the others are taken. Again, the same rows change nothing. */
  async inviteAll(
    viewer: Viewer,
    { network: id, table, resend }: TableOfInvitations,
  ): Promise<readonly InvitedRow[]> {
    const rows = await readInvitations(table).finally(() => table.close());
    return this.transactions.write(async (tx) => {
      const network = await lockNetworkToEdit(tx, viewer, id);
      const batch = await InvitationBatch.open(tx, { viewer, network, rows, resend });
      const taken = rows.map((row) => batch.take(row));
      await keep(tx, network.id, batch);
      return taken;
    });
  }

  /** @throws CONFLICT when it was accepted already, or came to nothing. */
  revoke(viewer: Viewer, { id }: RevokeInvitationInput): Promise<Invitation> {
    return this.transactions.write(async (tx) => {
      const invitation = await tx.lock(Invitation, id);
      if (!invitation || !canSeeInvitation(viewer, invitation)) throw notFound("Invitation", id);
      const state = stateOf(invitation, new Date());
      if (state === InvitationState.REVOKED) return invitation;
      if (state === InvitationState.ACCEPTED) throw conflict("It was accepted already");
      if (state === InvitationState.REFUSED) throw conflict("It gives nothing any more");
      invitation.revokedAt = new Date();
      await tx.manager.save(invitation);
      await publishInvitations(tx, [id]);
      return invitation;
    });
  }

  /** What an invitation has entered, and nobody ever acted for, goes with its membership too. */
  async ending(tx: Transaction, { id, enteredById: network }: Organisation): Promise<void> {
    await forgetInvitationsFor(tx, id);
    if (network === null || (await hadPeople(tx.manager, id))) return;
    await takeBackJoining(tx, { network, organisation: id });
  }
}

async function keep(
  tx: Transaction,
  network: string,
  { entered, joining, mailed }: InvitationBatch,
): Promise<void> {
  const invitations = [...mailed];
  await saveEntries(tx, entered);
  await publishEntries(tx, entered);
  await joinNetwork(tx, { network, organisations: joining });
  await tx.manager.save(Invitation, invitations);
  await publishInvitations(
    tx,
    invitations.map(({ id }) => id),
  );
}

function sumUp(rows: readonly InvitedRow[]): InvitedOrganisations {
  const count = (outcome: InvitedRow["outcome"]) =>
    rows.filter((row) => row.outcome === outcome).length;
  return Object.assign(new InvitedOrganisations(), {
    created: count("created"),
    resent: count("updated"),
    unchanged: count("unchanged"),
    skipped: count("skipped"),
    problems: rows.flatMap(({ line, faults }) =>
      faults.map(({ field = null, reason, code = null, cell = null }) => ({
        ...{ line, field, reason, code, cell },
      })),
    ),
    invitations: [...new Set(rows.flatMap(({ invitation }) => invitation ?? []))],
  });
}
