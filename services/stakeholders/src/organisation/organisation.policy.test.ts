import { Audience } from "@convene/shared/audience";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import { secretariatOf, viewerOf } from "../../test/factories.ts";
import {
  canCreateOrganisation,
  canDeleteOrganisation,
  canEditOrganisation,
  canSeeOrganisation,
} from "./organisation.policy.ts";

const organisation = {
  id: "org_1",
  audience: Audience.NETWORK,
  networks: ["net_1"],
  mergedIntoId: null,
};
const of = { id: "org_1" };

it("shows an organisation of the network to its people and to the members of its networks", () => {
  const member = (id: string) => buildViewer({ networks: [{ id, role: "MEMBER" }] });
  expect(canSeeOrganisation(null, organisation)).toBe(false);
  expect(canSeeOrganisation(viewerOf([of], "DELEGATE"), organisation)).toBe(true);
  expect(canSeeOrganisation(member("net_1"), organisation)).toBe(true);
  expect(canSeeOrganisation(member("net_2"), organisation)).toBe(false);
});

it.each([
  ["nobody", null, [false, false]],
  ["an administrator", admin, [true, true]],
  ["its owner", viewerOf([of], "OWNER"), [true, true]],
  ["its editor", viewerOf([of], "EDITOR"), [true, false]],
  ["its delegate", viewerOf([of], "DELEGATE"), [false, false]],
  ["another's owner", viewerOf([{ id: "org_2" }], "OWNER"), [false, false]],
  ["its network's secretariat", secretariatOf({ id: "net_1" }), [false, false]],
])("lets %s edit and delete as is theirs", (_, viewer, rights) => {
  const found = [canEditOrganisation, canDeleteOrganisation].map((can) =>
    can(viewer, organisation),
  );
  expect(found).toEqual(rights);
});

it("lets those create one who are tied to a person, govern a network, or the platform", () => {
  const member = buildViewer({ networks: [{ id: "net_1", role: "MEMBER" }] });
  const viewers = [buildViewer({ person: "per_1" }), secretariatOf({ id: "net_1" }), admin];
  expect(viewers.map(canCreateOrganisation)).toEqual([true, true, true]);
  expect([buildViewer(), member].map(canCreateOrganisation)).toEqual([false, false]);
});
