import type { EntityManager } from "typeorm";
import { addressHash } from "../bounce/bounce-token.value.ts";

/** How many are hashed before others have their turn. */
const AT_ONCE = 2_000;

/** A page of the addresses of each table that holds any, behind one of them. */
const HOLDERS = [
  "SELECT email FROM user_account WHERE email > $1 ORDER BY email LIMIT $2",
  "SELECT email FROM invitation WHERE email > $1 ORDER BY email LIMIT $2",
  "SELECT address AS email FROM person_mail WHERE address > $1 ORDER BY address LIMIT $2",
];

interface Sought {
  /** Of the addresses, see `addressHash`. */
  readonly hashes: readonly string[];
  readonly key: string;
}

/**
 * The addresses that have these hashes, by them: as long as an account or an invitation holds them.
 * They are kept nowhere else, so that who is erased is erased here too.
 */
export async function addressesOf(
  manager: EntityManager,
  { hashes, key }: Sought,
): Promise<ReadonlyMap<string, string>> {
  const sought = new Set(hashes);
  const found = new Map<string, string>();
  for (const holder of HOLDERS) {
    let last = "";
    let isMore = sought.size > found.size;
    while (isMore) {
      const rows = await manager.query<{ email: string }[]>(holder, [last, AT_ONCE]);
      for (const { email } of rows) {
        const hash = addressHash(key, email);
        if (sought.has(hash)) found.set(hash, email);
      }
      last = rows.at(-1)?.email ?? last;
      isMore = rows.length === AT_ONCE && sought.size > found.size;
    }
  }
  return found;
}
