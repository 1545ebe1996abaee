import { wallText, ZoneClock } from "../wall-clock/zone-clock.value.ts";

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;

/** From the first to the last instant that is told in the zone. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/**
 * The zone's definition (RFC 5545, 3.6.5) for a period, a year wider on both sides: each change of
 * the clock by itself, from the same rules that have placed the meetings. No rule that repeats:
 * Morocco's follows the moon.
 */
export function vtimezone(timeZone: string, { from, until }: Period): string {
  const wide = { from: from.getTime() - YEAR, until: until.getTime() + YEAR };
  const [first, ...changes] = ZoneClock.over(timeZone, wide).changes;
  const start = {
    at: Date.UTC(new Date(wide.from).getUTCFullYear(), 0),
    offset: first?.offset ?? 0,
  };
  const all = [start, ...changes];
  const standard = Math.min(...all.map(({ offset }) => offset));
  const observances = all.flatMap(({ at, offset }, index) => {
    const before = all[index - 1]?.offset ?? offset;
    return observance(offset > standard ? "DAYLIGHT" : "STANDARD", { at, before, offset });
  });
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...observances, "END:VTIMEZONE"].join("\r\n");
}

interface ClockChange {
  readonly at: number;
  readonly before: number;
  readonly offset: number;
}

/** It begins by the clock that held until then. */
const observance = (name: string, { at, before, offset }: ClockChange): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${compactWall(at + before)}`,
  `TZOFFSETFROM:${offsetText(before)}`,
  `TZOFFSETTO:${offsetText(offset)}`,
  `END:${name}`,
];

/** `20270114T140000` */
export const compactWall = (wall: number): string => wallText(wall).replace(/[-:]/g, "");

/** `+0530`; no zone has had seconds since 1972. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)];
  const digits = [hours, rest].map((part) => String(part).padStart(2, "0")).join("");
  return `${offset < 0 ? "-" : "+"}${digits}`;
}
