import { admin } from "@convene/shared/testing/viewers";
import { secretariatOf } from "../../test/factories.ts";
import { canRevoke } from "./invitation.policy.ts";

const now = new Date("2026-05-04T12:00:00Z");
const tomorrow = new Date("2026-05-05T12:00:00Z");
const open = {
  networkId: "net_1",
  ...{ expiresAt: tomorrow, revokedAt: null, acceptedAt: null, refusedAt: null },
};

it.each([
  ["open", open, true],
  ["expired", { ...open, expiresAt: now }, true],
  ["accepted", { ...open, acceptedAt: now }, false],
  ["refused", { ...open, refusedAt: now }, false],
  ["taken back", { ...open, revokedAt: now }, false],
])(
  "lets the secretariat of its network take back one that is %s, if only it waits",
  (_, invitation, can) => {
    expect(canRevoke(secretariatOf({ id: "net_1" }), invitation, now)).toBe(can);
    expect(canRevoke(admin, invitation, now)).toBe(can);
    expect(canRevoke(secretariatOf({ id: "net_2" }), invitation, now)).toBe(false);
    expect(canRevoke(null, invitation, now)).toBe(false);
  },
);
