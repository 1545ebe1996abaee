import type { Transactions } from "@convene/shared/database/transaction";
import { forbidden, notFound } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { Account } from "../account/account.entity.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { publishAdministrators } from "../account/account.feed.ts";
import { holdAdministrators, requireAnother } from "../account/last-administrator.service.ts";
import type { SetPlatformRolesInput } from "./platform-role.inputs.ts";
import { canSetPlatformRoles } from "./platform-role.policy.ts";
import { PlatformRoles } from "./platform-role.type.ts";

const ALONE = "They are the only administrator: make another one first";

export class PlatformRoleService {
  constructor(private readonly transactions: Transactions) {}

  /** @throws CONFLICT where nobody would be left to give roles */
  set(viewer: Viewer, { person, roles }: SetPlatformRolesInput): Promise<PlatformRoles> {
    if (!canSetPlatformRoles(viewer)) throw forbidden("Only administrators give these roles");
    return this.transactions.write(async (tx) => {
      await holdAdministrators(tx);
      const found = await tx.manager.findOneBy(Account, { personId: person });
      const account = found && (await tx.lock(Account, found.id));
      if (!account) throw notFound("Account of", person);
      const platform = [...new Set(roles)].sort();
      if (!platform.includes(PlatformRole.ADMIN)) await requireAnother(tx, account, ALONE);
      await tx.manager.update(Account, { id: account.id }, { platform });
      await publishAdministrators(tx, [account.id]);
      return Object.assign(new PlatformRoles(), { id: person, roles: platform });
    });
  }
}
