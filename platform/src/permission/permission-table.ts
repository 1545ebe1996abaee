import {
  type Decision,
  decide,
  isMutation,
  type Permission,
} from "@convene/shared/permission/permission";
import { SAMPLE_ROLES, type SampleRoleName } from "@convene/shared/permission/sample";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import type { Viewer } from "@convene/shared/viewer";

/** What a role is answered: of a mutation what comes of it, of a field whether it is shown. */
export type Answer = Decision | "shown" | "hidden";

export interface PermissionRow {
  readonly service: string;
  /** Of a mutation, a type, or `Type.field`. */
  readonly name: string;
  readonly of: string;
  readonly isMutation: boolean;
  readonly answers: Readonly<Record<SampleRoleName, Answer>>;
}

export const roleNames = Object.keys(SAMPLE_ROLES) as readonly SampleRoleName[];

/** By this a row is told from all others. */
export const rowKey = ({ name, of }: Pick<PermissionRow, "name" | "of">): string =>
  `${name}: ${of}`;

type Declaring = Pick<ServiceDefinition, "name" | "permissions">;

/**
 * Every row that a service declares, answered by its policies for every role.
 *
 * @throws when two rows are the same
 */
export function permissionTable(definitions: readonly Declaring[]): readonly PermissionRow[] {
  const rows = definitions.flatMap(({ name, permissions = [] }) =>
    permissions.map((permission) => rowOf(name, permission)),
  );
  const keys = rows.map(rowKey);
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw new Error(`The table of permissions has two rows "${twice}"`);
  return rows;
}

const rowOf = (service: string, permission: Permission): PermissionRow => ({
  service,
  name: isMutation(permission) ? permission.mutation : permission.field,
  of: permission.of,
  isMutation: isMutation(permission),
  answers: Object.fromEntries(
    roleNames.map((role) => [role, answerOf(permission, SAMPLE_ROLES[role].viewer)]),
  ) as Record<SampleRoleName, Answer>,
});

function answerOf(permission: Permission, viewer: Viewer | null): Answer {
  if (isMutation(permission)) return decide(permission, viewer);
  return permission.shows(viewer) ? "shown" : "hidden";
}
