import { invalid } from "@convene/shared/errors";
import { distinct, numbersUpTo } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import { askingOn } from "../asking/asking.value.ts";
import { withinTime } from "../asking/time-budget.service.ts";
import { CoverageAxis } from "./coverage.enum.ts";
import type { CoverageArgs } from "./coverage.inputs.ts";
import type { CoverageRepository, FoundCell } from "./coverage.repository.ts";

const OBJECTIVES = 23;
const MOST_COUNTRIES = 250;
const MOST_TIME = 10_000;

export class CoverageService {
  constructor(
    private readonly coverages: CoverageRepository,
    private readonly today: () => string,
  ) {}

  async coverage(viewer: Viewer | null, args: CoverageArgs): Promise<{ cells: FoundCell[] }> {
    const by = distinct("by", args.by ?? Object.values(CoverageAxis));
    if (by.length === 0) throw invalid("by", "by names at least one axis");
    const every = Array.from({ length: OBJECTIVES }, (_, at) => at + 1);
    const objectives = numbersUpTo("objectives", args.objectives ?? every, OBJECTIVES);
    const countries = args.countries
      ? distinct("countries", args.countries, MOST_COUNTRIES).sort()
      : null;
    const query = { ...askingOn(viewer, args.asOf, this.today), by, objectives, countries };
    return { cells: await withinTime(MOST_TIME, () => this.coverages.cells(query)) };
  }
}
