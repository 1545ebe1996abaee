import { AppError } from "@convene/shared/errors";
import type { JobKind } from "@convene/shared/job/job-kind";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { IsNull, Not } from "typeorm";
import { z } from "zod";
import { Availability } from "./availability.entity.ts";
import { CalendarReader } from "./calendar-reader.service.ts";

/** Reads somebody's calendar again at the address that they gave. */
export const calendarRead: JobKind<{ availability: string }> = {
  name: "read-calendar",
  data: z.object({ availability: z.string() }),
  retries: 2,
  retryDelay: 600,
  timeout: 30,
  run: async ({ db, transactions }, { availability: id }) => {
    const known = await db.manager.findOneBy(Availability, { id });
    if (!known?.calendarUrl) return;
    const { calendarUrl, timeZone } = known;
    const busy = await readQuietly(calendarUrl, timeZone);
    await transactions.write(async (tx) => {
      const availability = await tx.lock(Availability, id);
      // Another address was given meanwhile, or a file: it was read then.
      if (availability?.calendarUrl !== calendarUrl) return;
      await tx.manager.save(Object.assign(availability, { busy, busyReadAt: new Date() }));
    });
  },
};

/** What is wrong there is private: only that it was refused is kept with the job. */
async function readQuietly(url: string, timeZone: string) {
  try {
    return await new CalendarReader().readAt(url, timeZone);
  } catch (error) {
    throw error instanceof AppError ? new Error("The calendar cannot be read") : error;
  }
}

/** Each calendar once a day, whichever process asks first. */
export async function readCalendars({ transactions }: ServiceParts, day: string): Promise<void> {
  await transactions.write(async (tx) => {
    const all = await tx.manager.findBy(Availability, { calendarUrl: Not(IsNull()) });
    for (const { id } of all) {
      await tx.enqueue(calendarRead, { availability: id }, { key: `${day} ${id}` });
    }
  });
}
