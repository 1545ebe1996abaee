import { Audience } from "@convene/shared/audience";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { secretariatOf, viewerOf } from "../../test/factories.ts";
import {
  canCreateIndependentPerson,
  canDeletePerson,
  canEditPerson,
  canSeePerson,
} from "./person.policy.ts";

const keeper = { id: "org_keeper" };
const person = {
  id: "per_1",
  audience: Audience.NOBODY,
  organisations: ["org_employer", keeper.id],
  networks: ["net_1"],
  keeperId: keeper.id,
};
const self = buildViewer({ person: person.id });

it.each([
  ["nobody", null, [false, false, false]],
  ["themselves", self, [true, true, false]],
  ["an administrator", admin, [true, true, true]],
  ["an owner of their keeper", viewerOf([keeper], "OWNER"), [true, true, true]],
  ["an editor of their keeper", viewerOf([keeper], "EDITOR"), [true, true, false]],
  ["a delegate of their keeper", viewerOf([keeper], "DELEGATE"), [false, false, false]],
  ["an owner of their employer", viewerOf([{ id: "org_employer" }], "OWNER"), [true, false, false]],
  ["their network's secretariat", secretariatOf({ id: "net_1" }), [false, false, false]],
])("lets %s see, edit and forget somebody who is shown to nobody", (_, viewer, rights) => {
  const found = [canSeePerson, canEditPerson, canDeletePerson].map((can) => can(viewer, person));
  expect(found).toEqual(rights);
});

it("gives nobody a record that has no keeper, but themselves and administrators", () => {
  const free = { ...person, keeperId: null };
  const viewers = [viewerOf([keeper], "OWNER"), null, self, admin];
  expect(viewers.map((viewer) => canEditPerson(viewer, free))).toEqual([false, false, true, true]);
});

it("does not take an account without a person for somebody", () => {
  expect(canSeePerson(buildViewer({ person: null }), person)).toBe(false);
});

it("lets secretariats and administrators enter somebody without an organisation", () => {
  const member = buildViewer({ networks: [{ id: "net_1", role: "MEMBER" }] });
  const viewers = [admin, secretariatOf({ id: "net_1" }), member, self];
  expect(viewers.map(canCreateIndependentPerson)).toEqual([true, true, false, false]);
});
