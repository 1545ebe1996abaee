import type { RowFault } from "@convene/shared/table/row-reading";
import { foldWords } from "@convene/shared/table/text-folding";
import type { AreaInFile } from "./organisation-merge.value.ts";

interface AreaCells {
  readonly areaName: string | null;
  readonly areaCode: string | null;
}

/** What files write for the whole country, which is no area of it. */
const NATIONWIDE: ReadonlySet<string> = new Set(
  [
    ...["nationwide", "national", "national level", "whole country", "countrywide", "all regions"],
    ...["national coverage", "niveau national", "tout le pays", "couverture nationale"],
    ...["cobertura nacional", "nivel nacional", "nacional", "todo el país"],
  ].map(foldWords),
);

/** The area of a row; none where it is blank, or the whole country. A code alone names none. */
export function readArea({ areaName: name, areaCode: code }: AreaCells): {
  readonly areas: readonly AreaInFile[];
  readonly faults: readonly RowFault[];
} {
  if (name !== null && NATIONWIDE.has(foldWords(name))) return { areas: [], faults: [] };
  if (name !== null) return { areas: [{ code, name }], faults: [] };
  if (code === null) return { areas: [], faults: [] };
  return {
    areas: [],
    faults: [{ field: "areaCode", reason: "has no name beside it", cell: code }],
  };
}
