import type { Transaction } from "@convene/shared/database/transaction";
import { conflict } from "@convene/shared/errors";
import { ArrayContains, Not } from "typeorm";
import { Account } from "./account.entity.ts";
import { PlatformRole } from "./account.enum.ts";

/** Of two administrators who go at once, the second is refused. Before any account is locked. */
export async function holdAdministrators({ manager }: Transaction): Promise<void> {
  await manager.query(
    "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/platform-roles', 0))",
  );
}

/**
 * Somebody must be left to give roles.
 *
 * @throws CONFLICT where the account is that of the only administrator
 */
export async function requireAnother(
  { manager }: Transaction,
  { id, platform }: Account,
  message: string,
): Promise<void> {
  if (!platform.includes(PlatformRole.ADMIN)) return;
  const another = { id: Not(id), platform: ArrayContains([PlatformRole.ADMIN]) };
  if (await manager.existsBy(Account, another)) return;
  throw conflict(message, { field: "roles" });
}
