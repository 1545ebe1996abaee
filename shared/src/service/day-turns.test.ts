import { jest } from "@jest/globals";
import { DayTurns } from "./day-turns.ts";

const log = { error: jest.fn() };
let now = new Date("2026-03-01T23:58:30Z");

beforeEach(() => {
  jest.useFakeTimers();
  now = new Date("2026-03-01T23:58:30Z");
});
afterEach(() => jest.useRealTimers());

const pass = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute += 1) {
    now = new Date(now.getTime() + 60_000);
    await jest.advanceTimersByTimeAsync(60_000);
  }
};

it("runs at once, and once when the day has turned in UTC", async () => {
  const days: string[] = [];
  const turns = new DayTurns(log, () => now);
  await turns.follow((day) => Promise.resolve(days.push(day)));
  await pass(1);
  expect(days).toEqual(["2026-03-01"]);
  await pass(10);
  expect(days).toEqual(["2026-03-01", "2026-03-02"]);
  await turns.stop();
  now = new Date("2026-03-03T00:00:30Z");
  await pass(2);
  expect(days).toHaveLength(2);
});

it("tries again a minute later when a turn fails, and tells the first failure to the caller", async () => {
  const work = jest
    .fn<(day: string) => Promise<void>>()
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error("no database"))
    .mockResolvedValue();
  const turns = new DayTurns(log, () => now);
  await turns.follow(work);
  await pass(5);
  await turns.stop();
  expect(work.mock.calls.map(([day]) => day)).toEqual(["2026-03-01", "2026-03-02", "2026-03-02"]);
  expect(log.error).toHaveBeenCalledTimes(1);
  const broken = new DayTurns(log, () => now);
  await expect(broken.follow(() => Promise.reject(new Error("no database")))).rejects.toThrow();
});
