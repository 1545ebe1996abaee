import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { ChildLists } from "@convene/shared/connection/list";
import { valueFacet } from "@convene/shared/facet/facet-sql";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { loadOne } from "@convene/shared/loaders";
import { isAdmin, type Viewer } from "@convene/shared/viewer";
import sql, { empty, type Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import type { OrganisationReplica } from "../organisation/organisation.replica.ts";
import type { WorkingGroup } from "../working-group/working-group.entity.ts";
import { ofGroupsOf } from "../working-group/working-group.repository.ts";
import { InputCall } from "./input-call.entity.ts";
import { InputCallState } from "./input-call.enum.ts";
import type { InputCallFilter } from "./input-call.inputs.ts";
import { actsFor, canSeeCall, isAsked } from "./input-call.policy.ts";

const STATE = `CASE WHEN now() < t.opens_at THEN 'SCHEDULED'
  WHEN now() < t.closes_at THEN 'OPEN' ELSE 'CLOSED' END`;

/** For which organisations somebody acts. */
export const ownOrganisations = (viewer: Viewer | null): string[] =>
  viewer?.organisations.map(({ id }) => id) ?? [];

/** The rule of `canSeeCall`, of calls `t` of groups that the viewer sees. */
function seenBy(viewer: Viewer | null): Sql {
  if (isAdmin(viewer)) return empty;
  const networks = viewer?.networks.map(({ id }) => id) ?? [];
  return sql`(t.addressees = 'PUBLIC' OR ${ofGroupsOf(viewer, ["CO_LEAD", "MEMBER", "OBSERVER"])}
    OR EXISTS (SELECT FROM working_group AS asking WHERE asking.id = t.group_id
      AND (asking.organisations && ${ownOrganisations(viewer)}::text[]
        OR (t.addressees = 'NETWORK' AND asking.network_id = ANY(${networks}::text[])))))`;
}

/** Whether somebody has answered is told to those alone who act for them. */
function unansweredBy(viewer: Viewer | null, organisation: string | null | undefined): Sql {
  if (organisation == null) return empty;
  if (!isAdmin(viewer) && !ownOrganisations(viewer).includes(organisation)) return sql`FALSE`;
  return sql`NOT EXISTS (SELECT FROM call_answer AS a
    WHERE a.call_id = t.id AND a.organisation_id = ${organisation})`;
}

type Asked = Pick<InputCallFilter, keyof InputCallFilter>;

/** Calls of a group: one statement for all groups that ask with the same filter. */
class CallLists {
  private readonly lists = new Map<string, ChildLists<InputCall>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly viewer: Viewer | null,
  ) {}

  load(
    group: string,
    args: ConnectionArgs,
    filter: Asked | null | undefined,
  ): Promise<Connection<InputCall>> {
    const key = JSON.stringify(filter ?? {});
    const lists = this.lists.get(key) ?? this.listsOf(filter ?? {});
    this.lists.set(key, lists);
    return lists.load(group, args);
  }

  private listsOf({ states, addressees, ...more }: Asked): ChildLists<InputCall> {
    return new ChildLists(this.manager, {
      entity: InputCall,
      parent: "t.group_id",
      order: [
        { column: "t.closes_at", direction: "DESC", type: "timestamptz" },
        { column: "t.id", direction: "DESC", type: "text" },
      ],
      where: [
        seenBy(this.viewer),
        valueFacet("filter.states", STATE, states),
        valueFacet("filter.addressees", "t.addressees", addressees),
        unansweredBy(this.viewer, more.unansweredBy),
      ],
    });
  }
}

export const inputCallLoaders = ({ db }: ServiceParts, viewer: Viewer | null) => ({
  inputCalls: loadOne(db.manager, { entity: InputCall, key: "id" }),
  callsOfGroup: new CallLists(db.manager, viewer),
});

interface Asking {
  readonly viewer: Viewer | null;
  readonly loaders: {
    readonly groups: { load(id: string): Promise<WorkingGroup | null> };
    readonly organisations: { load(id: string): Promise<OrganisationReplica | null> };
  };
}

interface Finding {
  readonly viewer: Viewer | null;
  readonly loaders: Pick<Asking["loaders"], "groups"> & {
    readonly inputCalls: { load(id: string): Promise<InputCall | null> };
  };
}

/** Null for what is missing, and for all whom the call does not ask. */
export async function findInputCall(
  id: string,
  { viewer, loaders }: Finding,
): Promise<InputCall | null> {
  const call = await loaders.inputCalls.load(id);
  const group = call && (await loaders.groups.load(call.groupId));
  return group && canSeeCall(viewer, group, call) ? call : null;
}

/** Whether a call takes an answer of the organisation by the viewer now. */
export async function canAnswerFor(
  { viewer, loaders }: Asking,
  call: InputCall,
  id: string,
): Promise<boolean> {
  if (call.state !== InputCallState.OPEN || !actsFor(viewer, id)) return false;
  const group = await loaders.groups.load(call.groupId);
  const organisation = await loaders.organisations.load(id);
  return group !== null && organisation !== null && isAsked(call, group, organisation);
}
