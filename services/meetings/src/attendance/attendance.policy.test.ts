import { buildViewer } from "@convene/shared/testing/viewers";
import { AttendanceStatus } from "./attendance-status.enum.ts";
import { canRecordAnew } from "./attendance.policy.ts";

const { ACCEPTED, ATTENDED } = AttendanceStatus;
const organisation = { id: "org_1", networks: [] };
const meeting = (startsAt: Date) => ({
  ...{ groupId: "grp_1", networkId: null, organisations: ["org_1"] },
  startsAt,
});
const coming = meeting(new Date(Date.now() + 60_000));
const begun = meeting(new Date(Date.now() - 60_000));

const coLead = buildViewer({ groups: [{ id: "grp_1", role: "CO_LEAD" }] });
const delegate = buildViewer({ organisations: [{ id: "org_1", role: "DELEGATE" }] });
const stranger = buildViewer({ organisations: [{ id: "org_2", role: "OWNER" }] });

it.each([
  ["a co-lead", coLead, [true, true, true]],
  ["who acts for the organisation", delegate, [true, false, false]],
  ["who acts for another", stranger, [false, false, false]],
  ["nobody", null, [false, false, false]],
])("lets %s record anew an answer, what conveners said, and what has begun", (_, viewer, can) => {
  const records = [
    [coming, ACCEPTED],
    [coming, ATTENDED],
    [begun, ACCEPTED],
  ] as const;
  expect(
    records.map(([one, status]) => canRecordAnew(viewer, one, { organisation, status })),
  ).toEqual(can);
});
