import type { FoundRecord, Reference, Survey } from "@convene/shared/removal/survey";
import type { Made } from "./demo-state.ts";

/** Why a record of the demo network stays. */
export type Reason =
  /** Somebody has edited it. */
  | { readonly because: "edited" }
  /** Records that are not of the demo network name it. */
  | { readonly because: "named"; readonly by: readonly Reference[] }
  /** A record of the demo network that stays names it. */
  | { readonly because: "needed"; readonly by: Reference };

export interface KeptRecord extends FoundRecord {
  readonly reason: Reason;
}

export interface RemovalPlan {
  /** By service and id: the mark as found. */
  readonly go: Readonly<Record<string, ReadonlyMap<string, string>>>;
  /** How many go, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly kept: readonly KeptRecord[];
  /** What is not of the demo network and names what is gone already. */
  readonly dangling: readonly Reference[];
}

/** What goes and what stays, by what each service has found. Pure. */
export function planRemoval(made: Made, surveys: Readonly<Record<string, Survey>>): RemovalPlan {
  const all = Object.values(surveys);
  const found = all.flatMap((one) => one.found);
  const marks = new Map(Object.values(made).flatMap((marksOfOne) => Object.entries(marksOfOne)));
  const references = all.flatMap((one) => one.references);
  const reasons = reasonsToStay(marks, found, references);
  const go: Record<string, ReadonlyMap<string, string>> = {};
  const counts: Record<string, number> = {};
  for (const [service, { found: ofService }] of Object.entries(surveys)) {
    const going = ofService.filter(({ id }) => !reasons.has(id));
    go[service] = new Map(going.map(({ id, mark }) => [id, mark]));
    for (const { kind } of going) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const kept = found.flatMap((record) => {
    const reason = reasons.get(record.id);
    return reason ? [{ ...record, reason }] : [];
  });
  const here = new Set(found.map(({ id }) => id));
  const dangling = references.filter(({ from, to }) => !here.has(to) && !marks.has(from));
  return { go, counts, kept, dangling };
}

/** What was edited, what others name, and then whatever these name themselves. */
function reasonsToStay(
  marks: ReadonlyMap<string, string>,
  found: readonly FoundRecord[],
  references: readonly Reference[],
): ReadonlyMap<string, Reason> {
  const reasons = new Map<string, Reason>();
  const named = groupedBy(
    "to",
    references.filter(({ from }) => !marks.has(from)),
  );
  for (const { id, mark } of found) {
    const by = named.get(id);
    if (by) reasons.set(id, { because: "named", by });
    else if (mark !== marks.get(id)) reasons.set(id, { because: "edited" });
  }
  const naming = groupedBy("from", references);
  // A set that grows is gone through to its end.
  const staying = new Set(reasons.keys());
  for (const id of staying) {
    for (const by of naming.get(id) ?? []) {
      if (!reasons.has(by.to)) reasons.set(by.to, { because: "needed", by });
      staying.add(by.to);
    }
  }
  return reasons;
}

function groupedBy(
  end: "from" | "to",
  references: readonly Reference[],
): ReadonlyMap<string, readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const group = groups.get(reference[end]);
    if (group) group.push(reference);
    else groups.set(reference[end], [reference]);
  }
  return groups;
}
