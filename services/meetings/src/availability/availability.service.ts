import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, notFound } from "@convene/shared/errors";
import { distinct, webAddress } from "@convene/shared/input";
import type { Viewer } from "@convene/shared/viewer";
import type { EntityManager } from "typeorm";
import { checkHours } from "../local-hour/weekly-hours.value.ts";
import { checkHolidayCountry, weekendOf } from "../public-holiday/public-holiday.value.ts";
import { zoneOf } from "../wall-clock/wall-clock.value.ts";
import { Availability } from "./availability.entity.ts";
import type {
  HoursOfWeekInput,
  ImportMyBusyTimesInput,
  UpdateMyAvailabilityInput,
} from "./availability.inputs.ts";
import { canEnterAvailability, canSeeAvailability } from "./availability.policy.ts";
import { publishZones } from "./person-zone.feed.ts";
import type { CalendarReader } from "./calendar-reader.service.ts";

const MOST_HOURS = 50;
const MOST_LANGUAGES = 20;
const SATURDAY_AND_SUNDAY = [5, 6];

export interface AvailabilityParts {
  readonly manager: EntityManager;
  readonly transactions: Transactions;
  readonly calendars: CalendarReader;
}

export class AvailabilityService {
  constructor(private readonly parts: AvailabilityParts) {}

  async mine(viewer: Viewer | null): Promise<Availability | null> {
    if (viewer?.person == null) return null;
    const found = await this.parts.manager.findOneBy(Availability, { personId: viewer.person });
    return found && canSeeAvailability(viewer, found) ? found : null;
  }

  /** Takes the place of what was entered before; the busy times stay. */
  async update(viewer: Viewer, input: UpdateMyAvailabilityInput): Promise<Availability> {
    const personId = personOf(viewer);
    const row = { ...hoursOf(input), id: idOf(personId), personId, updatedAt: new Date() };
    return this.once(viewer, { mutation: "updateMyAvailability", input }, async (tx) => {
      const entered = await enter(tx, row);
      await publishZones(tx, [personId]);
      return entered;
    });
  }

  /** Of the calendar only from when until when; null takes away what is kept. */
  async importBusyTimes(viewer: Viewer, input: ImportMyBusyTimesInput): Promise<Availability> {
    const id = idOf(personOf(viewer));
    const known = await this.parts.manager.findOneBy(Availability, { id });
    if (!known) throw hoursFirst();
    const read = await this.read(input, known.timeZone);
    return this.once(viewer, { mutation: "importMyBusyTimes", input }, async (tx) => {
      const availability = await tx.lock(Availability, id);
      if (!availability) throw hoursFirst();
      return tx.manager.save(Object.assign(availability, read, { updatedAt: new Date() }));
    });
  }

  /** Before the transaction, which must not wait for others. */
  private async read(input: ImportMyBusyTimesInput, timeZone: string) {
    const { ics = null, url = null } = input;
    const { calendars } = this.parts;
    if (ics !== null && url !== null) throw invalid("url", "Give a calendar or its address");
    const calendarUrl = webAddress("url", url);
    if (ics === null && calendarUrl === null) return { busy: [], busyReadAt: null, calendarUrl };
    const busy =
      calendarUrl === null
        ? await calendars.read(ics ?? "", { timeZone, field: "ics" })
        : await calendars.readAt(calendarUrl, timeZone);
    return { busy, busyReadAt: new Date(), calendarUrl };
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: UpdateMyAvailabilityInput | ImportMyBusyTimesInput },
    work: (tx: Transaction) => Promise<Availability>,
  ): Promise<Availability> {
    const again = async (tx: Transaction, id: string) => {
      const found = await tx.manager.findOneBy(Availability, { id });
      if (!found || !canSeeAvailability(viewer, found)) throw notFound("Availability", id);
      return found;
    };
    return this.parts.transactions.write((tx) =>
      tx.once({ viewer, ...request, first: () => work(tx), again: (id) => again(tx, id) }),
    );
  }
}

type Entered = ReturnType<typeof hoursOf> & Pick<Availability, "id" | "personId" | "updatedAt">;

async function enter(tx: Transaction, row: Entered): Promise<Availability> {
  const known = await tx.lock(Availability, row.id);
  if (known) return tx.manager.save(Object.assign(known, row));
  const none = { busy: [], busyReadAt: null, calendarUrl: null };
  const fresh = tx.manager.create(Availability, { ...row, ...none });
  await tx.manager.upsert(Availability, fresh, ["id"]);
  return fresh;
}

/** @throws FORBIDDEN */
function personOf(viewer: Viewer): string {
  if (!canEnterAvailability(viewer) || viewer.person === null) {
    throw forbidden("Only a person of the graph has hours: this account is tied to none");
  }
  return viewer.person;
}

const hoursFirst = () => conflict("Enter your hours first: a calendar alone says no zone");

const idOf = (personId: string): string => `avl_${personId.replace(/^per_/, "")}`;

function hoursOf(input: UpdateMyAvailabilityInput) {
  const { country = null, holidaysOf = null, sharesReasons } = input;
  if (holidaysOf !== null) checkHolidayCountry("holidaysOf", holidaysOf);
  if (input.comfortable.length === 0) {
    throw invalid("comfortable", "Give at least one time at which you can meet");
  }
  return {
    timeZone: zoneOf("timeZone", input.timeZone),
    country,
    weekend: weekendChosen(input, country),
    holidaysOf,
    comfortable: hoursFrom("comfortable", input.comfortable),
    possible: hoursFrom("possible", input.possible),
    sharesReasons,
    interprets: distinct("interprets", input.interprets, MOST_LANGUAGES),
  };
}

function weekendChosen({ weekend }: UpdateMyAvailabilityInput, country: string | null): number[] {
  if (weekend) return distinct("weekend", weekend, 6).sort();
  return country === null ? SATURDAY_AND_SUNDAY : [...weekendOf(country)].sort();
}

function hoursFrom(field: string, hours: readonly HoursOfWeekInput[]) {
  if (hours.length > MOST_HOURS) {
    throw invalid(field, `${field} has ${hours.length} entries; at most ${MOST_HOURS}`);
  }
  return hours.map(({ days = null, from, until }, index) => {
    const entry = { days: days && distinct(`${field}.${index}.days`, days, 7), from, until };
    checkHours(`${field}.${index}`, entry);
    return entry;
  });
}
