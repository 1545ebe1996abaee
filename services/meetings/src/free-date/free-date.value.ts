import { FreeDate } from "./free-date.entity.ts";

/** A day that is kept free, or some in a row. */
export type KeptFree = Pick<FreeDate, "startDate" | "endDate" | "isYearly" | "reason">;

/** With which each network begins. */
const MIGRANTS_DAY = {
  ...{ startDate: "2000-12-18", endDate: "2000-12-18", isYearly: true, isRemoved: false },
  reason: "International Migrants Day",
} as const;

/** It has the id of its network under another prefix: so it is known before anything is written. */
export const firstIdOf = (networkId: string): string => networkId.replace(/^net_/, "frd_");
export const networkOfFirst = (id: string): string => id.replace(/^frd_/, "net_");

export const firstOf = (networkId: string): FreeDate =>
  Object.assign(new FreeDate(), { id: firstIdOf(networkId), networkId, ...MIGRANTS_DAY });

/** What stands of a network, of its rows; of no network what each begins with. */
export function standing(networkId: string, rows: readonly FreeDate[]): FreeDate[] {
  const first = firstOf(networkId);
  const all = rows.some(({ id }) => id === first.id) ? rows : [first, ...rows];
  return all
    .filter(({ isRemoved }) => !isRemoved)
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

const orderOf = ({ isYearly, startDate, id }: FreeDate): string =>
  `${isYearly ? startDate.slice(5) : startDate} ${id}`;

/** For which of them a day (`2027-12-18`) is kept free; null: for none. */
export const freeOn = <T extends KeptFree>(dates: readonly T[], day: string): T | null =>
  dates.find((one) => isHeld(one, day)) ?? null;

function isHeld({ startDate, endDate, isYearly }: KeptFree, day: string): boolean {
  if (!isYearly) return startDate <= day && day <= endDate;
  const [from, until, on] = [startDate.slice(5), endDate.slice(5), day.slice(5)];
  // Over the new year.
  return from <= until ? from <= on && on <= until : on >= from || on <= until;
}

/** In words: `18 December`, `2027-05-05 to 2027-05-08`. */
export function dateWords({ startDate, endDate, isYearly }: KeptFree): string {
  const wordOf = (date: string) =>
    isYearly ? `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""}` : date;
  return startDate === endDate ? wordOf(startDate) : `${wordOf(startDate)} to ${wordOf(endDate)}`;
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
