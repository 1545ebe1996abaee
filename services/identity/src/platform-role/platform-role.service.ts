import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { ArrayContains, Not } from "typeorm";
import { Account } from "../account/account.entity.ts";
import { PlatformRole } from "../account/account.enum.ts";
import type { SetPlatformRolesInput } from "./platform-role.inputs.ts";
import { canSetPlatformRoles } from "./platform-role.policy.ts";
import { PlatformRoles } from "./platform-role.type.ts";

/** Of two administrators who take each other's role away at once, the second is refused. */
const ONE_AFTER_THE_OTHER =
  "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/platform-roles', 0))";

export class PlatformRoleService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws CONFLICT where nobody would be left to give roles */
  set(viewer: Viewer, { person, roles }: SetPlatformRolesInput): Promise<PlatformRoles> {
    if (!canSetPlatformRoles(viewer)) throw forbidden("Only administrators give these roles");
    return this.transactions.write(async (tx) => {
      await tx.manager.query(ONE_AFTER_THE_OTHER);
      const found = await tx.manager.findOneBy(Account, { personId: person });
      const account = found && (await tx.lock(Account, found.id));
      if (!account) throw notFound("Account of", person);
      const platform = [...new Set(roles)].sort();
      if (!platform.includes(PlatformRole.ADMIN)) await requireAnother(tx, account);
      await tx.manager.update(Account, { id: account.id }, { platform });
      return Object.assign(new PlatformRoles(), { id: person, roles: platform });
    });
  }
}

async function requireAnother({ manager }: Transaction, { id, platform }: Account): Promise<void> {
  if (!platform.includes(PlatformRole.ADMIN)) return;
  const another = { id: Not(id), platform: ArrayContains([PlatformRole.ADMIN]) };
  if (await manager.existsBy(Account, another)) return;
  throw conflict("They are the only administrator: make another one first", { field: "roles" });
}
