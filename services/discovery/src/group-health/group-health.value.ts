import { HUB_REGIONS } from "@convene/shared/hub-region";
import type { Present } from "../representation/missing-party.value.ts";
import { HealthConcernKind } from "./group-health.enum.ts";

/** By what it is judged whether a group needs help. */
export interface Signs {
  readonly isActive: boolean;
  readonly coLeads: number;
  readonly overdueMilestones: number;
  readonly overdueActions: number;
  readonly monthsSinceLastMeeting: number | null;
  readonly attendanceRate: number | null;
  readonly replyRate: number | null;
  readonly unmetNeeds: number;
}

export interface Concern {
  readonly kind: HealthConcernKind;
  readonly weight: number;
}

/** A group that meets each quarter has met within so many months. */
const BETWEEN_MEETINGS = 3;
const MOST = { months: 6, milestones: 6, actions: 4, needs: 4 };
const { NO_CO_LEAD, NOT_MET, OVERDUE_MILESTONES, LOW_ATTENDANCE, LOW_REPLIES } = HealthConcernKind;
const { OVERDUE_ACTIONS, MISSING_PARTIES } = HealthConcernKind;

/** What a group may need help for, the heaviest first. */
export function concernsOf(signs: Signs): Concern[] {
  const { isActive, monthsSinceLastMeeting: months } = signs;
  const late = months === null ? MOST.months : Math.max(0, months - BETWEEN_MEETINGS);
  const all: Concern[] = [
    { kind: NO_CO_LEAD, weight: signs.coLeads === 0 ? 5 : 0 },
    { kind: NOT_MET, weight: isActive ? Math.min(MOST.months, late) : 0 },
    {
      kind: OVERDUE_MILESTONES,
      weight: Math.min(MOST.milestones, 2 * signs.overdueMilestones),
    },
    { kind: LOW_ATTENDANCE, weight: isLow(signs.attendanceRate) ? 3 : 0 },
    { kind: LOW_REPLIES, weight: isLow(signs.replyRate) ? 2 : 0 },
    { kind: OVERDUE_ACTIONS, weight: Math.min(MOST.actions, signs.overdueActions) },
    { kind: MISSING_PARTIES, weight: Math.min(MOST.needs, signs.unmetNeeds) },
  ];
  return all.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
}

const isLow = (rate: number | null): boolean => rate !== null && rate < 0.5;

/** Whole months from an instant to a later one, by the calendar in UTC. */
export function monthsBetween(from: Date, to: Date): number {
  const months =
    12 * (to.getUTCFullYear() - from.getUTCFullYear()) + to.getUTCMonth() - from.getUTCMonth();
  const isPart = to.getUTCDate() < from.getUTCDate();
  return Math.max(0, isPart ? months - 1 : months);
}

/** How often each value comes, most often first, then by the value. */
function counted(values: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, most], [other, more]) => more - most || (one < other ? -1 : 1));
}

export const balanceOf = (present: readonly Present[]) => ({
  constituencies: counted(present.flatMap(({ category }) => category ?? [])).map(
    ([category, organisations]) => ({ category, organisations }),
  ),
  countries: counted(present.flatMap(({ countries }) => countries)).map(
    ([country, organisations]) => ({ country, organisations }),
  ),
  // All of them: who is not there at all is what is looked for.
  regions: HUB_REGIONS.map(({ id: region, name, countries }) => ({
    ...{ region, name },
    organisations: present.filter((one) => one.countries.some((code) => countries.has(code)))
      .length,
  })),
});
