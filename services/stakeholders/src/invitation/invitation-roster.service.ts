import type { Transaction } from "@convene/shared/database/transaction";
import type { Viewer } from "@convene/shared/viewer";
import { type EntityManager, In, IsNull, Not } from "typeorm";
import type { Network } from "../network/network.entity.ts";
import { organisationsThatLeft } from "../network-member/network-member.repository.ts";
import { canSeeOrganisation } from "../organisation/organisation.policy.ts";
import {
  awaitOtherImports,
  loadRoster,
} from "../organisation-import/organisation-roster.repository.ts";
import { OrganisationRoster } from "../organisation-import/organisation-roster.value.ts";
import { owned } from "../role/role.repository.ts";
import { Invitation } from "./invitation.entity.ts";
import { namedBy, type ReadInvitation } from "./invitation-table.inputs.ts";

/** All that is known of what the rows of a table may mean. */
export interface InvitationRoster {
  /** What the viewer may not see is for them not there. */
  readonly organisations: OrganisationRoster;
  /** Those that somebody owns. */
  readonly owned: ReadonlySet<string>;
  /** Those that were members of the network, and are none any more. */
  readonly left: ReadonlySet<string>;
  /** The network's invitations that neither were taken back nor came to nothing, by `keyOf`. */
  readonly standing: Map<string, Invitation>;
  /** Addresses that have asked not to be invited, by whichever network. */
  readonly stopped: ReadonlySet<string>;
}

export interface RosterWanted {
  readonly viewer: Viewer;
  readonly network: Network;
  readonly rows: readonly ReadInvitation[];
}

/** Until the end of the transaction nobody else changes it. */
export async function loadInvitationRoster(
  tx: Transaction,
  { viewer, network, rows }: RosterWanted,
): Promise<InvitationRoster> {
  const { manager } = tx;
  await awaitOtherImports(manager);
  const named = rows.flatMap(({ wanted }) => (wanted ? [namedBy(wanted, network)] : []));
  const all = await loadRoster(manager, named, { lock: true });
  const seen = all.filter(({ organisation }) => canSeeOrganisation(viewer, organisation));
  const ids = seen.map(({ id }) => id);
  const standing = await manager.findBy(Invitation, {
    networkId: network.id,
    organisationId: In(ids),
    revokedAt: IsNull(),
    refusedAt: IsNull(),
  });
  return {
    organisations: new OrganisationRoster(seen),
    owned: new Set(await owned(manager, ids)),
    left: new Set(await organisationsThatLeft(manager, network.id, ids)),
    standing: new Map(standing.map((invitation) => [keyOf(invitation), invitation])),
    stopped: await stoppedAmong(manager, rows),
  };
}

async function stoppedAmong(
  manager: EntityManager,
  rows: readonly ReadInvitation[],
): Promise<ReadonlySet<string>> {
  const emails = rows.flatMap(({ wanted }) => wanted?.email ?? []);
  const where = { email: In(emails), stoppedAt: Not(IsNull()) };
  const found = await manager.find(Invitation, { select: { id: true, email: true }, where });
  return new Set(found.map(({ email }) => email));
}

/** Of an organisation, an address is invited once. */
export const keyOf = ({
  organisationId,
  email,
}: Pick<Invitation, "organisationId" | "email">): string => `${organisationId} ${email}`;
