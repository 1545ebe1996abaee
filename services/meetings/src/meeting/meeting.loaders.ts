import type { Connection } from "@convene/shared/connection/connection";
import type { OrderBy } from "@convene/shared/connection/keyset";
import { ChildLists } from "@convene/shared/connection/list";
import { loadOne } from "@convene/shared/loaders";
import type { Viewer } from "@convene/shared/viewer";
import type { Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { canSeeConvened } from "../convener/convener.policy.ts";
import { visibleConvened } from "../convener/visible-convened.repository.ts";
import { LATEST_FIRST, PAST, SOONEST_FIRST, UPCOMING } from "./meeting-order.repository.ts";
import { Meeting } from "./meeting.entity.ts";
import type { MeetingListArgs } from "./meeting.inputs.ts";

/** The meetings of many parents, of one kind: all, upcoming or past. */
class MeetingLists {
  private readonly all: ChildLists<Meeting>;
  private readonly upcoming: ChildLists<Meeting>;
  private readonly past: ChildLists<Meeting>;

  constructor(manager: EntityManager, viewer: Viewer | null, parent: string) {
    const lists = (order: readonly OrderBy[], ...where: Sql[]) =>
      new ChildLists<Meeting>(manager, {
        entity: Meeting,
        parent,
        order,
        where: [visibleConvened(viewer), ...where],
      });
    this.all = lists(SOONEST_FIRST);
    this.upcoming = lists(SOONEST_FIRST, UPCOMING);
    this.past = lists(LATEST_FIRST, PAST);
  }

  load(parent: string, args: MeetingListArgs): Promise<Connection<Meeting>> {
    const { upcoming } = args;
    if (upcoming === null || upcoming === undefined) return this.all.load(parent, args);
    return (upcoming ? this.upcoming : this.past).load(parent, args);
  }
}

export const meetingLoaders = (manager: EntityManager, viewer: Viewer | null) => ({
  meeting: loadOne(manager, {
    entity: Meeting,
    key: "id",
    maySee: (meeting) => canSeeConvened(viewer, meeting),
  }),
  meetingsOfSeries: new MeetingLists(manager, viewer, "t.series_id"),
  meetingsOfGroup: new MeetingLists(manager, viewer, "t.group_id"),
  meetingsOfNetwork: new MeetingLists(manager, viewer, "t.network_id"),
});
