import { createHarness } from "@convene/shared/testing/harness";
import { jobSchemaOf } from "@convene/shared/database/provision";
import { buildViewer } from "@convene/shared/testing/viewers";
import fc from "fast-check";
import { buildAccount, PageBrowser } from "../../test/page-browser.ts";
import type { Account } from "../account/account.entity.ts";
import { identity } from "../definition.ts";
import { NotificationFrequency } from "../notification-setting/notification-kind.enum.ts";
import { Notification } from "./notification.entity.ts";
import { dueEach } from "./notification-due.repository.ts";
import { sendNotifications } from "./notification.job.ts";

const { service, db, execute, mails, tell } = createHarness(identity);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { AT_ONCE } = NotificationFrequency;

/** In each, and around each, the clock is put forward or back. */
const TURNS = [
  ["Europe/London", "2027-03-28T01:00:00Z"],
  ["Europe/London", "2027-10-31T01:00:00Z"],
  ["America/Santiago", "2027-04-04T03:00:00Z"],
  ["America/Santiago", "2027-09-05T04:00:00Z"],
  ["Australia/Lord_Howe", "2027-04-03T15:00:00Z"],
  ["Australia/Lord_Howe", "2027-10-02T15:30:00Z"],
  ["Antarctica/Troll", "2027-03-28T01:00:00Z"],
  ["Asia/Kolkata", "2027-06-01T18:30:00Z"],
] as const;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** By the calendar of JavaScript, which is not the one that Postgres has. */
function clockOf(timeZone: string) {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  return (moment: number) => minutesOf(format.format(moment));
}

const isWithin = (minute: number, from: number, until: number) =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until;

it("writes to nobody in their quiet hours, and never later than these end, also when clocks change", async () => {
  const place = fc.record({
    turn: fc.constantFrom(...TURNS),
    from: fc.integer({ min: 0, max: 1439 }),
    // Often near the change, in the gap or in the hour that comes twice.
    length: fc.integer({ min: 1, max: 18 * 60 }),
    seconds: fc.integer({ min: -30 * 3600, max: 6 * 3600 }),
  });
  const property = fc.asyncProperty(
    fc.array(place, { minLength: 50, maxLength: 50 }),
    async (all) => {
      // All of one now: in one statement.
      const offset = all[0]?.seconds ?? 0;
      for (const [timeZone, turn] of TURNS) {
        const now = new Date(new Date(turn).getTime() + offset * 1_000);
        const nights = all.map(({ from, length }) => [from, (from + length) % 1440] as const);
        const rhythms = nights.map(([from, until]) => ({
          ...{ frequency: AT_ONCE, about: null },
          setting: { timeZone, quietFrom: timeOf(from), quietUntil: timeOf(until) },
        }));
        const dues = await dueEach(db().manager, rhythms, now);
        const shows = clockOf(timeZone);
        for (const [index, due] of dues.entries()) {
          const [from, until] = nights[index] ?? [0, 0];
          const at = due?.at.getTime() ?? 0;
          expect(isWithin(shows(at), from, until)).toBe(false);
          expect(at >= now.getTime()).toBe(true);
          expect(due?.isPutOff).toBe(at > now.getTime());
          // Every minute until then is quiet.
          const before = at === now.getTime() ? at : at - 1;
          for (let moment = now.getTime(); moment < before; moment += 7 * MINUTE) {
            if (!isWithin(shows(moment), from, until)) throw new Error(`${timeZone} too late`);
          }
          if (at > now.getTime()) expect(isWithin(shows(at - 1), from, until)).toBe(true);
        }
      }
    },
  );
  await fc.assert(property, { numRuns: 6, endOnFailure: true });
});

it.each([
  // The end is skipped, then comes twice.
  ["Europe/London", "01:30", "2027-03-28T00:10:00Z", "2027-03-28T01:00:00.000Z"],
  ["Europe/London", "01:30", "2027-10-31T00:10:00Z", "2027-10-31T00:30:00.000Z"],
  ["Europe/London", "01:30", "2027-10-31T01:10:00Z", "2027-10-31T01:30:00.000Z"],
  ["Asia/Amman", "07:00", "2027-05-01T18:00:00Z", "2027-05-02T04:00:00.000Z"],
  ["Asia/Amman", "07:00", "2027-05-02T04:00:00Z", "2027-05-02T04:00:00.000Z"],
  [null, "07:00", "2027-05-02T04:00:00Z", "2027-05-02T04:00:00.000Z"],
])(
  "in %s until %s: what happens at %s is told at %s",
  async (...[timeZone, quietUntil, now, due]) => {
    const setting = { timeZone, quietFrom: "21:00", quietUntil };
    const rhythm = { frequency: AT_ONCE, setting, about: null };
    const [found] = await dueEach(db().manager, [rhythm], new Date(now));
    expect(found?.at.toISOString()).toBe(due);
  },
);

const UPDATE = `mutation ($input: UpdateNotificationPreferencesInput!) {
  updateNotificationPreferences(input: $input) { timeZone quietHours { from until } } }`;
const choose = ({ id }: Account, input: object) =>
  execute(UPDATE, { viewer: buildViewer({ id }), input });

/** Such that it is quiet now in UTC, until the next hour but one. */
function nightNow() {
  const hour = new Date().getUTCHours();
  return { from: timeOf(((hour + 23) % 24) * 60), until: timeOf(((hour + 2) % 24) * 60) };
}
const awake = () => new Date((Math.floor(Date.now() / HOUR) + 2) * HOUR);

const notice = (id: string, { personId }: Account, more: object) =>
  tell("meetings", {
    type: "Notice",
    id,
    payload: {
      ...{ people: [personId], moderators: false, except: null },
      item: { event: "POLL_DECIDED", title: id, name: null, text: null, ...more },
    },
  });

const waiting = ({ id }: Account) =>
  db().manager.find(Notification, { where: { accountId: id }, order: { id: "ASC" } });

it("keeps what happens at night for the morning, but not what is about something before it", async () => {
  const ada = await buildAccount(service(), { email: "ada@quiet.example" });
  const { data } = await choose(ada, { timeZone: "UTC", quietHours: nightNow() });
  expect(data.updateNotificationPreferences).toEqual({ timeZone: "UTC", quietHours: nightNow() });
  const inHours = (hours: number) => ({
    at: { moment: new Date(Date.now() + hours * HOUR).toISOString(), timeZone: "UTC" },
  });
  await notice("later", ada, inHours(30));
  await notice("soon", ada, inHours(0.5));
  await notice("none", ada, {});
  const [later, soon, none] = await waiting(ada);
  expect([later?.dueAt, none?.dueAt]).toEqual([awake(), awake()]);
  expect(soon?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
  // All that waited for the morning is one mail; a job that comes too early, or late, leaves it.
  const [{ schema }]: [{ schema: string }] = await db().query("SELECT current_schema() AS schema");
  const jobs = await db().query<{ data: { data: { only: string | null } }; after: Date }[]>(
    `SELECT data, start_after AS after FROM ${jobSchemaOf(schema)}.job
     WHERE data->'data'->>'account' = $1 ORDER BY start_after`,
    [ada.id],
  );
  expect(jobs.map(({ data: { data: job } }) => job.only)).toEqual([soon?.id, null]);
  expect(jobs[1]?.after).toEqual(awake());
  const run = (only: string | null, id: string) => {
    const due = { account: ada.id, until: awake().toISOString(), only };
    return sendNotifications.run(service().parts, due, { id, attempt: 1, signal });
  };
  await run(null, "night");
  await run(soon?.id ?? "", "late");
  expect(mails.filter(({ to }) => to.address === ada.email)).toMatchObject([{ id: "night" }]);
  expect((await waiting(ada)).map(({ dueAt }) => dueAt)).toEqual([awake(), awake()]);
  await choose(ada, { quietHours: null });
  for (const { dueAt } of await waiting(ada)) expect(dueAt.getTime() <= Date.now()).toBe(true);
  await run(null, "day");
  expect(await waiting(ada)).toEqual([]);
});

const signal = AbortSignal.abort();

it("takes the zone of the hours at which somebody can meet, until they choose one for their mail", async () => {
  const mia = await buildAccount(service(), { email: "mia@example.org" });
  const viewer = buildViewer({ id: mia.id });
  const hear = async (timeZone: string) => {
    const told = { type: "PersonZone", id: mia.personId, payload: { timeZone } };
    await tell("meetings", told);
    const query = "{ me { notificationPreferences { timeZone } } }";
    return (await execute(query, { viewer })).data.me.notificationPreferences.timeZone as string;
  };
  expect(await hear("Asia/Amman")).toBe("Asia/Amman");
  expect(await hear("Nowhere/At_All")).toBe("Asia/Amman");
  expect(await hear("Africa/Nairobi")).toBe("Africa/Nairobi");
  const query = `mutation ($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) { timeZone } }`;
  await execute(query, { viewer, input: { timeZone: "Europe/Paris" } });
  expect(await hear("Asia/Manila")).toBe("Europe/Paris");
});

it("knows nobody's night before their zone, and lets them choose it, also on the page", async () => {
  const bea = await buildAccount(service(), { email: "bea@quiet.example" });
  const preferences = async () => {
    const query = "{ me { notificationPreferences { timeZone quietHours { from until } } } }";
    const { data } = await execute(query, { viewer: buildViewer({ id: bea.id }) });
    return data.me.notificationPreferences;
  };
  expect(await preferences()).toEqual({
    ...{ timeZone: "UTC", quietHours: { from: "21:00", until: "07:00" } },
  });
  const browser = await PageBrowser.of(service(), bea);
  const form = { language: "en", timeZone: "Asia/Amman", quietFrom: "22:30", quietUntil: "6:00" };
  const refused = await browser.send("/auth/account/mail", form);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Two times such as 21:00 and 07:00");
  await browser.send("/auth/account/mail", { ...form, quietUntil: "06:00" });
  const chosen = { timeZone: "Asia/Amman", quietHours: { from: "22:30", until: "06:00" } };
  expect(await preferences()).toEqual(chosen);
  expect((await browser.get("/auth/account/mail")).text).toContain('value="22:30"');
  await browser.send("/auth/account/mail", { ...form, quietFrom: "", quietUntil: "" });
  expect(await preferences()).toEqual({ ...chosen, quietHours: null });
  const unknown = await choose(bea, { timeZone: "Mars/Olympus" });
  expect(unknown.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "timeZone" });
  for (const [quietHours, field] of [
    [{ from: "24:00", until: "07:00" }, "quietHours.from"],
    [{ from: "21:00", until: "7" }, "quietHours.until"],
    [{ from: "21:00", until: "21:00" }, "quietHours.until"],
    [{ from: "07:00", until: "06:00" }, "quietHours.until"],
  ] as const) {
    const { errors } = await choose(bea, { quietHours });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field });
  }
});
