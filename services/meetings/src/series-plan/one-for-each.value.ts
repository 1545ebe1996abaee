/**
 * Chooses one of each pool, nobody twice, such that as many pools as can be have somebody, by
 * augmenting paths; the first of a pool are taken before its last.
 *
 * @returns the pool of each who is chosen
 */
export function oneForEach(pools: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  const place = (pool: number, tried: Set<number>): boolean => {
    for (const member of pools[pool] ?? []) {
      if (tried.has(member)) continue;
      tried.add(member);
      const other = taken.get(member);
      if (other === undefined || place(other, tried)) {
        taken.set(member, pool);
        return true;
      }
    }
    return false;
  };
  for (const pool of pools.keys()) place(pool, new Set());
  return taken;
}
