import type { Connection } from "@convene/shared/connection/connection";
import { pageOf } from "@convene/shared/connection/page-of";
import type { Viewer } from "@convene/shared/viewer";
import type { Asking } from "../asking/asking.value.ts";
import { presentFor } from "../representation/missing-party.value.ts";
import type { HealthBoardArgs } from "./group-health.inputs.ts";
import type {
  Attended,
  GroupHealthRepository,
  JudgedGroup,
  SeatedParty,
  Which,
} from "./group-health.repository.ts";
import { balanceOf, type Concern, concernsOf, monthsBetween } from "./group-health.value.ts";

/** Groups that are at work, or are to begin. */
const AT_WORK = ["CHARTERED", "ACTIVE"];

interface Known {
  readonly parties: readonly SeatedParty[];
  readonly attended: Attended | undefined;
}

export type FoundHealth = ReturnType<typeof healthOf>;

/** How groups fare, for those who sit there and those who set them up. */
export class GroupHealthService {
  constructor(
    private readonly rows: GroupHealthRepository,
    private readonly today: () => string,
  ) {}

  /** Of these groups, as far as the viewer may see how they fare. */
  async of(viewer: Viewer | null, ids: readonly string[]): Promise<Map<string, FoundHealth>> {
    const found = await this.judge({ ids }, { viewer, day: this.today() });
    return new Map(found.map((health) => [health.group.id, health]));
  }

  /** All that the viewer may judge, who needs help most first. */
  async board(viewer: Viewer | null, args: HealthBoardArgs): Promise<Connection<FoundHealth>> {
    const which = { network: args.network ?? null, states: AT_WORK };
    const found = await this.judge(which, { viewer, day: this.today() });
    found.sort((one, other) => other.need - one.need || (one.group.id < other.group.id ? -1 : 1));
    return pageOf(found, args);
  }

  private async judge(which: Which, asking: Asking): Promise<FoundHealth[]> {
    const groups = await this.rows.groups(which, asking);
    const ids = groups.map(({ id }) => id);
    const [seated, attendance] = await Promise.all([
      this.rows.seated(ids, asking),
      this.rows.attendance(ids, asking),
    ]);
    const parties = new Map(ids.map((id): [string, SeatedParty[]] => [id, []]));
    for (const party of seated) parties.get(party.group)?.push(party);
    const attended = new Map(attendance.map((one) => [one.group, one]));
    return groups.map((group) =>
      healthOf(group, { parties: parties.get(group.id) ?? [], attended: attended.get(group.id) }),
    );
  }
}

function healthOf(group: JudgedGroup, { parties, attended }: Known) {
  const { id, lastMetAt, meetsNextAt, overdue: overdueMilestones } = group;
  const coLeads = parties.filter(({ leads }) => leads).length;
  const monthsSinceLastMeeting = lastMetAt && monthsBetween(lastMetAt, new Date());
  const attendanceRate = rateOf(attended?.came, attended?.sat);
  const replyRate = rateOf(attended?.replied, attended?.asked);
  const { openActions, overdueActions } = group;
  const needs = group.needs.map((need) => ({
    label: need.label,
    wanted: need.atLeast,
    found: presentFor(need, parties),
  }));
  const unmetNeeds = needs.filter(({ wanted, found }) => found < wanted).length;
  const signs = {
    ...{ coLeads, overdueMilestones, overdueActions, unmetNeeds },
    ...{ monthsSinceLastMeeting, attendanceRate, replyRate },
  };
  const concerns: Concern[] = concernsOf({ ...signs, isActive: group.state === "ACTIVE" });
  return {
    group: { id },
    need: concerns.reduce((sum, { weight }) => sum + weight, 0),
    concerns,
    ...{ coLeads, overdueMilestones, openMilestones: group.open },
    ...{ openActions, overdueActions },
    ...{ lastMetAt, meetsNextAt, monthsSinceLastMeeting, attendanceRate, replyRate },
    ...{ needs, ...balanceOf(parties) },
  };
}

/** Null where there was nothing to count. */
const rateOf = (part = 0, whole = 0): number | null => (whole === 0 ? null : part / whole);
