import { Audience, canSee } from "@convene/shared/audience";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { anyGroup, anyViewer } from "../../test/arbitraries.ts";
import {
  canCreateGroup,
  canEditGroup,
  canGovernGroup,
  canSeeGroup,
} from "./working-group.policy.ts";

const group = {
  id: "grp_1",
  networkId: "net_1",
  audience: Audience.NOBODY,
  organisations: ["org_1"],
  networks: ["net_1"],
};
const coLead = buildViewer({ groups: [{ id: "grp_1", role: "CO_LEAD" }] });
const observer = buildViewer({ groups: [{ id: "grp_1", role: "OBSERVER" }] });
const secretariat = buildViewer({ networks: [{ id: "net_1", role: "SECRETARIAT" }] });
const member = buildViewer({ networks: [{ id: "net_1", role: "MEMBER" }] });

describe("canSeeGroup", () => {
  it("shows a group to those who sit in it and to its secretariat, whatever the audience", () => {
    for (const viewer of [coLead, observer, secretariat, admin]) {
      expect(canSeeGroup(viewer, group)).toBe(true);
    }
    for (const viewer of [member, null, buildViewer()]) {
      expect(canSeeGroup(viewer, group)).toBe(false);
    }
  });

  it("hides nothing that the audience shows, and from nobody what they may edit", () => {
    fc.assert(
      fc.property(anyViewer, anyGroup, (viewer, some) => {
        if (canSee(viewer, some) || canEditGroup(viewer, some)) {
          expect(canSeeGroup(viewer, some)).toBe(true);
        }
      }),
    );
  });

  it("shows an anonymous viewer what is public, and nothing else", () => {
    fc.assert(
      fc.property(anyGroup, (some) => {
        expect(canSeeGroup(null, some)).toBe(some.audience === Audience.PUBLIC);
      }),
    );
  });

  it("never hides because of one more role", () => {
    fc.assert(
      fc.property(anyViewer, anyViewer, anyGroup, (viewer, other, some) => {
        if (!viewer || !other || !canSeeGroup(viewer, some)) return;
        const both = buildViewer({
          organisations: [...viewer.organisations, ...other.organisations],
          groups: [...viewer.groups, ...other.groups],
          networks: [...viewer.networks, ...other.networks],
          platform: [...viewer.platform, ...other.platform],
        });
        expect(canSeeGroup(both, some)).toBe(true);
      }),
    );
  });
});

describe("who may change a group", () => {
  it("lets co-leads edit it, and not set up or govern one", () => {
    expect(canEditGroup(coLead, group)).toBe(true);
    expect(canGovernGroup(coLead, group)).toBe(false);
    expect(canCreateGroup(coLead, "net_1")).toBe(false);
  });

  it("lets the secretariat of its network do all of it, there alone", () => {
    expect(canCreateGroup(secretariat, "net_1")).toBe(true);
    expect(canCreateGroup(secretariat, "net_2")).toBe(false);
    expect(canEditGroup(secretariat, group)).toBe(true);
    expect(canGovernGroup(secretariat, { ...group, networkId: "net_2" })).toBe(false);
  });

  it("leaves groups without a network to administrators", () => {
    expect(canCreateGroup(admin, null)).toBe(true);
    expect(canCreateGroup(secretariat, null)).toBe(false);
    expect(canCreateGroup(null, null)).toBe(false);
  });

  it("lets nobody else edit: members, observers, editors of an organisation that sits in it", () => {
    const editor = buildViewer({ organisations: [{ id: "org_1", role: "OWNER" }] });
    for (const viewer of [observer, member, editor, null]) {
      expect(canEditGroup(viewer, group)).toBe(false);
    }
  });
});
