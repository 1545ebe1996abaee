import { Audience, canSee } from "@convene/shared/audience";
import { admin, buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { anyAudience, anyGroup, anyViewer, ORGANISATIONS } from "../../test/arbitraries.ts";
import { canSeeGroup } from "../working-group/working-group.policy.ts";
import { canFillSeat, canGrantSeat, canSeeSeat, isHeldOn } from "./seat.policy.ts";

const anyOrganisation = fc
  .record({ id: fc.constantFrom(...ORGANISATIONS), audience: anyAudience })
  .map(({ id, audience }) => ({ id, audience, organisations: [id], networks: [] }));

describe("canSeeSeat", () => {
  it("shows a seat exactly where both of its ends show", () => {
    fc.assert(
      fc.property(anyViewer, anyGroup, anyOrganisation, (viewer, group, organisation) => {
        expect(canSeeSeat(viewer, group, organisation)).toBe(
          canSeeGroup(viewer, group) && canSee(viewer, organisation),
        );
      }),
    );
  });

  it("hides a seat from everybody when either of its ends is gone", () => {
    fc.assert(
      fc.property(anyGroup, anyOrganisation, (group, organisation) => {
        expect(canSeeSeat(admin, group, null)).toBe(false);
        expect(canSeeSeat(admin, null, organisation)).toBe(false);
      }),
    );
  });
});

describe("who may change a seat", () => {
  const group = {
    id: "grp_1",
    audience: Audience.PUBLIC,
    networkId: null,
    organisations: [],
    networks: [],
  };
  const seat = { organisationId: "org_1" };
  const viewerOf = (role: "OWNER" | "EDITOR" | "DELEGATE") =>
    buildViewer({ organisations: [{ id: "org_1", role }] });

  it("lets its organisation's owners and editors fill it, and not grant it", () => {
    for (const role of ["OWNER", "EDITOR"] as const) {
      expect(canFillSeat(viewerOf(role), group, seat)).toBe(true);
      expect(canGrantSeat(viewerOf(role), group)).toBe(false);
    }
  });

  it("lets neither its delegates nor another organisation's editors fill it", () => {
    expect(canFillSeat(viewerOf("DELEGATE"), group, seat)).toBe(false);
    expect(canFillSeat(viewerOf("EDITOR"), group, { organisationId: "org_2" })).toBe(false);
    expect(canFillSeat(null, group, seat)).toBe(false);
  });

  it("lets a co-lead of the group do both", () => {
    const coLead = buildViewer({ groups: [{ id: "grp_1", role: "CO_LEAD" }] });
    expect(canFillSeat(coLead, group, seat)).toBe(true);
    expect(canGrantSeat(coLead, group)).toBe(true);
  });
});

describe("isHeldOn", () => {
  it("holds from the first day to the day before the end", () => {
    const seat = { startDate: "2027-03-01", endDate: "2027-06-01" };
    expect(isHeldOn(seat, "2027-02-28")).toBe(false);
    expect(isHeldOn(seat, "2027-03-01")).toBe(true);
    expect(isHeldOn(seat, "2027-05-31")).toBe(true);
    expect(isHeldOn(seat, "2027-06-01")).toBe(false);
  });

  it("has no end while none is set, and no day when it ends as it begins", () => {
    expect(isHeldOn({ startDate: "2027-03-01", endDate: null }, "2099-01-01")).toBe(true);
    expect(isHeldOn({ startDate: "2027-03-01", endDate: "2027-03-01" }, "2027-03-01")).toBe(false);
  });
});
