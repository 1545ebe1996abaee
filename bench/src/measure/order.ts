/**
 * Who runs when: every contender once in each round, and each round begins with another one, so
 * that no contender always runs behind the same one, or always on a machine that has grown warm.
 */
export function inRounds<T>(contenders: readonly T[], rounds: number): T[][] {
  return Array.from({ length: rounds }, (_, round) =>
    contenders.map((_one, place) => at(contenders, place + round)),
  );
}

function at<T>(items: readonly T[], place: number): T {
  const item = items[place % items.length];
  if (item === undefined) throw new Error("There is nobody to run");
  return item;
}
