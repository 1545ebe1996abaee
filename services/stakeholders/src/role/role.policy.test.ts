import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { viewerOf } from "../../test/factories.ts";
import { RoleAccess } from "./role.enum.ts";
import { canEndRole, canGrant, canSeeAccess } from "./role.policy.ts";

const organisation = { id: "org_1" };
const { OWNER, EDITOR, DELEGATE } = RoleAccess;
const role = (access: RoleAccess | null, personId: string | null = "per_1") => ({
  organisationId: organisation.id,
  personId,
  access,
});
const ACCESSES = [OWNER, EDITOR, DELEGATE, null];

it.each([
  ["an administrator", admin, [true, true, true, true]],
  ["an owner", viewerOf([organisation], "OWNER"), [true, true, true, true]],
  ["an editor", viewerOf([organisation], "EDITOR"), [false, false, true, true]],
  ["a delegate", viewerOf([organisation], "DELEGATE"), [false, false, false, false]],
  ["another's owner", viewerOf([{ id: "org_2" }], "OWNER"), [false, false, false, false]],
  ["nobody", null, [false, false, false, false]],
])("lets %s give and take owner, editor, delegate and no access as is theirs", (_, viewer, can) => {
  expect(ACCESSES.map((access) => canGrant(viewer, role(access)))).toEqual(can);
  expect(ACCESSES.map((access) => canEndRole(viewer, role(access)))).toEqual(can);
});

it("lets everybody lay down their own role, and nobody that of somebody forgotten", () => {
  expect(canEndRole(buildViewer({ person: "per_1" }), role(OWNER))).toBe(true);
  expect(canEndRole(buildViewer({ person: "per_2" }), role(OWNER))).toBe(false);
  expect(canEndRole(buildViewer({ person: null }), role(OWNER, null))).toBe(false);
});

it("shows the access to those who act for the organisation, and to who holds it", () => {
  const viewers = [admin, viewerOf([organisation], "DELEGATE"), buildViewer({ person: "per_1" })];
  expect(viewers.every((viewer) => canSeeAccess(viewer, role(EDITOR)))).toBe(true);
  const others = [null, buildViewer(), viewerOf([{ id: "org_2" }], "OWNER")];
  expect(others.some((viewer) => canSeeAccess(viewer, role(EDITOR)))).toBe(false);
});
