import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import { forbidden, notFound } from "@convene/shared/errors";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import sql from "sql-template-tag";
import { Account } from "../account/account.entity.ts";
import { PlatformRole } from "../account/account.enum.ts";
import { publishAdministrators } from "../account/account.feed.ts";
import { holdAdministrators, requireAnother } from "../account/last-administrator.service.ts";
import type { SetPlatformRolesInput } from "./platform-role.inputs.ts";
import { canSeePlatformRoles, canSetPlatformRoles } from "./platform-role.policy.ts";
import { PlatformRoles } from "./platform-role.type.ts";

const EVERYBODY = {
  entity: Account,
  where: [sql`t.platform <> '{}'`],
  order: [
    { column: "t.created_at", direction: "ASC", type: "timestamptz" },
    { column: "t.id", direction: "ASC", type: "text" },
  ],
} as const;

const ALONE = "They are the only administrator: make another one first";

export class PlatformRoleService {
  constructor(private readonly parts: Pick<ServiceParts, "db" | "transactions">) {}

  /** Null for all who may not know. */
  async list(
    viewer: Viewer | null,
    args: ConnectionArgs,
  ): Promise<Connection<PlatformRoles> | null> {
    if (!canSeePlatformRoles(viewer)) return null;
    const found = await list(this.parts.db.manager, EVERYBODY, args);
    return found.map(({ personId, platform }) => rolesOf(personId, platform.toSorted()));
  }

  /** @throws CONFLICT where nobody would be left to give roles */
  set(viewer: Viewer, { person, roles }: SetPlatformRolesInput): Promise<PlatformRoles> {
    if (!canSetPlatformRoles(viewer)) throw forbidden("Only administrators give these roles");
    return this.parts.transactions.write(async (tx) => {
      await holdAdministrators(tx);
      const found = await tx.manager.findOneBy(Account, { personId: person });
      const account = found && (await tx.lock(Account, found.id));
      if (!account) throw notFound("Account of", person);
      const platform = [...new Set(roles)].sort();
      if (!platform.includes(PlatformRole.ADMIN)) await requireAnother(tx, account, ALONE);
      await tx.manager.update(Account, { id: account.id }, { platform });
      await publishAdministrators(tx, [account.id]);
      return rolesOf(person, platform);
    });
  }
}

const rolesOf = (id: string, roles: PlatformRole[]): PlatformRoles =>
  Object.assign(new PlatformRoles(), { id, roles });
