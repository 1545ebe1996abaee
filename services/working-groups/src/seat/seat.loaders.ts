import { Connection, type ConnectionArgs } from "@convene/shared/connection/connection";
import { FilteredChildLists } from "@convene/shared/connection/filtered-child-lists";
import { ChildLists } from "@convene/shared/connection/list";
import type { SingleFacetFilter } from "@convene/shared/facet/facet-filter.inputs";
import { valueFacet } from "@convene/shared/facet/facet-sql";
import { loadOne } from "@convene/shared/loaders";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";
import { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { organisationLoaders } from "../organisation/organisation.loaders.ts";
import { today } from "@convene/shared/today";
import type { WorkingGroup } from "../working-group/working-group.entity.ts";
import type { workingGroupLoaders } from "../working-group/working-group.loaders.ts";
import { Seat } from "./seat.entity.ts";
import type { SeatedArgs } from "./seat.inputs.ts";
import { SeatRole } from "./seat.enum.ts";
import {
  byVisibleGroup,
  byVisibleOrganisation,
  heldOn,
  oldestOfItsOwn,
} from "./seat.repository.ts";

type Ends = ReturnType<typeof workingGroupLoaders> & ReturnType<typeof organisationLoaders>;

const BY_JOINING = [
  { column: "t.start_date", direction: "ASC", type: "date" },
  { column: "t.id", direction: "ASC", type: "text" },
] as const;
const RANK = `array_position(ARRAY['${Object.values(SeatRole).join("','")}'], t.role)`;
const BY_ROLE = [{ column: RANK, direction: "ASC", type: "integer" }, ...BY_JOINING] as const;

/** Lists of seats, and of what they tie together. All leave out what the viewer may not see. */
export const seatLoaders = ({ db }: ServiceParts, viewer: Viewer | null, ends: Ends) => {
  const { manager } = db;
  const ofVisible = byVisibleOrganisation(viewer);
  const inVisible = byVisibleGroup(viewer);
  const members = (day: string) => [
    oldestOfItsOwn(day, [SeatRole.CO_LEAD, SeatRole.MEMBER]),
    ofVisible,
  ];
  const seated = (day: string) => [oldestOfItsOwn(day, Object.values(SeatRole)), inVisible];
  return {
    seats: new VisibleSeats(manager, ends),
    seatsOfGroup: new SeatLists(manager, { parent: "t.group_id", where: [ofVisible] }),
    seatsOfOrganisation: new SeatLists(manager, {
      parent: "t.organisation_id",
      where: [inVisible],
    }),
    membersOfGroup: seatedLists(manager, "t.group_id", members),
    groupsOfOrganisation: new GroupLists(seatedLists(manager, "t.organisation_id", seated), ends),
  };
};

interface SeatList {
  readonly parent: "t.group_id" | "t.organisation_id";
  readonly where: readonly Sql[];
}

/** Of the day that is asked, in the order of joining. */
const seatedLists = (
  manager: EntityManager,
  parent: SeatList["parent"],
  where: (day: string) => readonly Sql[],
) =>
  new FilteredChildLists<Seat, SeatedArgs>(manager, ({ asOf }) => ({
    ...{ entity: Seat, order: BY_JOINING, parent },
    where: where(asOf ?? today()),
  }));

/** One seat by its id, where both its group and its organisation are visible. */
class VisibleSeats {
  private readonly rows;

  constructor(
    manager: EntityManager,
    private readonly ends: Ends,
  ) {
    this.rows = loadOne(manager, { entity: Seat, key: "id" });
  }

  async load(id: string): Promise<Seat | null> {
    const seat = await this.rows.load(id);
    if (!seat) return null;
    const both = await Promise.all([
      this.ends.groups.load(seat.groupId),
      this.ends.organisations.load(seat.organisationId),
    ]);
    return both.includes(null) ? null : seat;
  }
}

/** Which seats; held today unless told. */
interface SeatSelection {
  readonly roles?: SingleFacetFilter<SeatRole> | null;
  readonly onDate?: string | null;
  readonly atAnyTime?: boolean | null;
}

interface SeatsAsked {
  readonly filter?: SeatSelection | null | undefined;
  readonly asOf?: string | null | undefined;
}

/** Seats of a parent, by role: one statement for all parents that ask with the same filter. */
class SeatLists {
  private readonly lists = new Map<string, ChildLists<Seat>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly of: SeatList,
  ) {}

  load(
    parent: string,
    args: ConnectionArgs,
    { filter, asOf }: SeatsAsked,
  ): Promise<Connection<Seat>> {
    const roles = filter?.roles ?? {};
    const day = asOf ?? (filter?.atAnyTime ? null : (filter?.onDate ?? today()));
    const key = JSON.stringify([roles, day]);
    const lists = this.lists.get(key) ?? this.listsOf(roles, day);
    this.lists.set(key, lists);
    return lists.load(parent, args);
  }

  private listsOf(roles: SingleFacetFilter<SeatRole>, day: string | null): ChildLists<Seat> {
    const { parent, where } = this.of;
    const withRole = valueFacet("filter.roles", "t.role", roles);
    const all = [...where, withRole, day === null ? empty : heldOn(day)];
    return new ChildLists(this.manager, { entity: Seat, order: BY_ROLE, parent, where: all });
  }
}

/** The groups in which organisations hold seats, in the order in which they joined them. */
class GroupLists {
  constructor(
    private readonly firstSeats: FilteredChildLists<Seat, SeatedArgs>,
    private readonly ends: Ends,
  ) {}

  async load(organisation: string, args: SeatedArgs): Promise<Connection<WorkingGroup>> {
    const page = await this.firstSeats.load(organisation, args);
    const groups = await Promise.all(
      page.edges.map(({ node }) => this.ends.groups.load(node.groupId)),
    );
    // A group may have been hidden since the seats were read, a moment ago.
    const edges = page.edges.flatMap(({ cursor }, index) => {
      const node = groups[index];
      return node ? [{ cursor, node }] : [];
    });
    return new Connection(edges, page.pageInfo, () => page.totalCount());
  }
}
