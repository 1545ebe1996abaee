import { createHarness } from "@convene/shared/testing/harness";
import { identity } from "../definition.ts";
import { NotificationFrequency } from "../notification-setting/notification-kind.enum.ts";
import { dueEach } from "./notification-due.repository.ts";

const { db } = createHarness(identity);
const { AT_ONCE, DAILY, WEEKLY, QUARTERLY, NEVER } = NotificationFrequency;
const ANY_HOUR = { quietFrom: null, quietUntil: null };

it.each([
  [AT_ONCE, "Europe/London", "2026-03-28T12:00:00Z", "2026-03-28T12:00:00.000Z"],
  // The clock goes forward in the night between.
  [DAILY, "Europe/London", "2026-03-28T12:00:00Z", "2026-03-29T07:00:00.000Z"],
  [DAILY, "Asia/Manila", "2026-11-23T23:59:00Z", "2026-11-24T00:00:00.000Z"],
  [DAILY, "Asia/Manila", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00.000Z"],
  [WEEKLY, "America/New_York", "2026-11-23T12:59:00Z", "2026-11-23T13:00:00.000Z"],
  [WEEKLY, "America/New_York", "2026-11-23T13:00:00Z", "2026-11-30T13:00:00.000Z"],
  [QUARTERLY, "Africa/Nairobi", "2026-11-23T12:00:00Z", "2027-01-01T05:00:00.000Z"],
  [NEVER, "UTC", "2026-11-23T12:00:00Z", undefined],
])("mails %s, in %s, what happens at %s at %s", async (...[frequency, timeZone, now, due]) => {
  const rhythm = { frequency, setting: { ...ANY_HOUR, timeZone }, about: null };
  const [found] = await dueEach(db().manager, [rhythm], new Date(now));
  expect(found?.at.toISOString()).toBe(due);
});

it("asks once for all, however many they are", async () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const asked = jest.spyOn(db().manager, "query");
  const found = await dueEach(
    db().manager,
    [
      { frequency: DAILY, setting: { ...ANY_HOUR, timeZone: "Asia/Manila" }, about: null },
      { frequency: NEVER, setting: { ...ANY_HOUR, timeZone: null }, about: null },
      { frequency: AT_ONCE, setting: { ...ANY_HOUR, timeZone: "UTC" }, about: null },
    ],
    now,
  );
  expect(found.map((due) => due?.at ?? null)).toEqual([
    new Date("2026-11-24T00:00:00Z"),
    null,
    now,
  ]);
  expect(await dueEach(db().manager, [], now)).toEqual([]);
  expect(asked).toHaveBeenCalledTimes(2);
  asked.mockRestore();
});
