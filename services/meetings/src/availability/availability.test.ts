import { createHarness } from "@convene/shared/testing/harness";
import { buildViewer } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { createFactories, errorOf } from "../../test/factories.ts";
import { meetings } from "../definition.ts";
import { Availability } from "./availability.entity.ts";
import { calendarRead } from "./calendar-read.job.ts";
import { CalendarReader } from "./calendar-reader.service.ts";

const harness = createHarness(meetings);
const { execute, db, tell, service } = harness;
const { buildPerson } = createFactories(harness);

const FIELDS = `id viewerCanEdit timeZone country weekend holidaysOf comfortable { days from until }
  possible { days from until } sharesReasons interprets busyCount busyReadAt`;
const UPDATE = `mutation ($input: UpdateMyAvailabilityInput!) {
  updateMyAvailability(input: $input) { ${FIELDS} } }`;
const IMPORT = `mutation ($input: ImportMyBusyTimesInput!) {
  importMyBusyTimes(input: $input) { id busyCount busyReadAt } }`;
const MINE = `{ myAvailability { ${FIELDS} } }`;

const HOURS = {
  timeZone: "Asia/Amman",
  country: "JO",
  holidaysOf: "EG",
  comfortable: [{ from: "08:00", until: "15:30" }],
  possible: [{ days: ["SUNDAY", "MONDAY"], from: "06:00", until: "24:00" }],
  interprets: ["ar"],
};

const somebody = async () => {
  const person = await buildPerson();
  return buildViewer({ id: newId("acc"), person });
};

it("keeps one's hours, the weekend of the country among them, for oneself alone", async () => {
  const viewer = await somebody();
  const { data, errors } = await execute(UPDATE, { viewer, input: HOURS });
  expect(errors).toBeUndefined();
  expect(data?.updateMyAvailability).toEqual({
    ...HOURS,
    id: `avl_${viewer.person?.slice(4)}`,
    weekend: ["FRIDAY", "SATURDAY"],
    comfortable: [{ days: null, from: "08:00", until: "15:30" }],
    sharesReasons: false,
    viewerCanEdit: true,
    busyCount: 0,
    busyReadAt: null,
  });
  const mine = await execute(MINE, { viewer });
  expect(mine.data?.myAvailability).toEqual(data?.updateMyAvailability);
  for (const other of [null, await somebody(), buildViewer({ platform: ["ADMIN"] })]) {
    expect((await execute(MINE, { viewer: other })).data?.myAvailability).toBeNull();
  }
});

it("takes the place of what was entered before, once for each key", async () => {
  const viewer = await somebody();
  const input = { ...HOURS, idempotencyKey: "k" };
  await Promise.all([
    execute(UPDATE, { viewer, input }),
    execute(UPDATE, { viewer, input: { ...HOURS, weekend: ["SUNDAY"] } }),
  ]);
  const again = { timeZone: "Europe/London", comfortable: HOURS.comfortable };
  const { data } = await execute(UPDATE, { viewer, input: again });
  expect(data?.updateMyAvailability).toMatchObject({
    timeZone: "Europe/London",
    weekend: ["SATURDAY", "SUNDAY"],
    possible: [],
  });
  const replay = await execute(UPDATE, { viewer, input });
  expect(replay.data?.updateMyAvailability.timeZone).toBe("Europe/London");
});

it("refuses the anonymous, who is no person, and a link", async () => {
  const nobody = buildViewer({ person: null });
  const link = buildViewer({ ...(await somebody()), kind: "link" });
  expect(errorOf(await execute(UPDATE, { input: HOURS }))).toEqual({ code: "UNAUTHENTICATED" });
  for (const viewer of [nobody, link]) {
    expect(errorOf(await execute(UPDATE, { viewer, input: HOURS }))).toEqual({ code: "FORBIDDEN" });
  }
});

it.each([
  ["a time that is none", { comfortable: [{ from: "9", until: "10:00" }] }, "comfortable.0.from"],
  [
    "an end before the start",
    { possible: [{ from: "10:00", until: "09:00" }] },
    "possible.0.until",
  ],
  ["no hours at all", { comfortable: [] }, "comfortable"],
  ["holidays that nobody knows", { holidaysOf: "JO" }, "holidaysOf"],
])("refuses %s", async (_, wrong, field) => {
  const answer = await execute(UPDATE, { viewer: await somebody(), input: { ...HOURS, ...wrong } });
  expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field });
});

it("refuses a zone that there is not", async () => {
  const input = { ...HOURS, timeZone: "Mars/Olympus" };
  const { errors } = await execute(UPDATE, { viewer: await somebody(), input });
  expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "timeZone" });
  expect(errors?.[0]?.message).toMatch(/Mars\/Olympus/);
});

it("is forgotten when the person is", async () => {
  const viewer = await somebody();
  await execute(UPDATE, { viewer, input: HOURS });
  await tell("stakeholders", { type: "Person", id: viewer.person ?? "", payload: null });
  expect(await db().manager.countBy(Availability, { personId: viewer.person ?? "" })).toBe(0);
});

describe("importMyBusyTimes", () => {
  const day = (after: number) =>
    new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
  const calendar = (...events: string[][]) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      ...events.flatMap((lines, index) => [
        "BEGIN:VEVENT",
        `UID:${index}`,
        "SUMMARY:Interview with a source",
        ...lines,
        "END:VEVENT",
      ]),
      "END:VCALENDAR",
    ].join("\r\n");
  /** So many different ones within the next months. */
  const moments = (count: number) =>
    Array.from({ length: count }, (_, at) => {
      const [hour, minute] = [Math.floor(at / 300 / 60), Math.floor(at / 300) % 60];
      const time = `${String(hour).padStart(2, "0")}${String(minute).padStart(2, "0")}00`;
      return `${day(2 + (at % 300))}T${time}Z`;
    }).join(",");
  const busyOf = async (person: string | null) =>
    (await db().manager.findOneByOrFail(Availability, { personId: person ?? "" })).busy.map((one) =>
      one.map((second) => new Date(second * 1_000).toISOString().slice(0, 16).replace(/[-:]/g, "")),
    );

  it("keeps when, and not what: repeated, moved and all-day events in their zones", async () => {
    const viewer = await somebody();
    await execute(UPDATE, { viewer, input: HOURS });
    const ics = calendar(
      [`DTSTART:${day(1)}T100000Z`, `DTEND:${day(1)}T110000Z`],
      [`DTSTART:${day(1)}T103000Z`, "DURATION:PT1H"],
      [`DTSTART;TZID=Asia/Kolkata:${day(2)}T090000`, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"],
      [`DTSTART;VALUE=DATE:${day(4)}`],
      [`DTSTART:${day(5)}T100000Z`, "DURATION:PT1H", "TRANSP:TRANSPARENT"],
      [`DTSTART:${day(5)}T100000Z`, "DURATION:PT1H", "STATUS:CANCELLED"],
      [`DTSTART:${day(-9)}T100000Z`, "DURATION:PT1H"],
    ).replace(
      "END:VCALENDAR",
      `BEGIN:VEVENT\r\nUID:2\r\nRECURRENCE-ID;TZID=Asia/Kolkata:${day(3)}T090000\r\n` +
        `DTSTART;TZID=Asia/Kolkata:${day(3)}T200000\r\nDURATION:PT30M\r\nEND:VEVENT\r\nEND:VCALENDAR`,
    );
    const { data, errors } = await execute(IMPORT, { viewer, input: { ics } });
    expect(errors).toBeUndefined();
    expect(data?.importMyBusyTimes.busyCount).toBe(4);
    // Amman is three hours ahead of UTC, all year.
    expect(await busyOf(viewer.person)).toEqual([
      [`${day(1)}T1000`, `${day(1)}T1130`],
      [`${day(2)}T0330`, `${day(2)}T0430`],
      [`${day(3)}T1430`, `${day(3)}T1500`],
      [`${day(3)}T2100`, `${day(4)}T2100`],
    ]);
    const row = await db().manager.query(
      "SELECT row_to_json(a)::text AS kept FROM availability AS a",
    );
    expect(JSON.stringify(row)).not.toMatch(/Interview/);
    const gone = await execute(IMPORT, { viewer, input: { ics: null } });
    expect(gone.data?.importMyBusyTimes).toMatchObject({ busyCount: 0, busyReadAt: null });
  });

  it.each([
    ["what is no calendar", "hello"],
    ["a contact", "BEGIN:VCARD\r\nEND:VCARD"],
    ["an event for each second", calendar(["DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY"])],
    [
      "more events than a life has",
      calendar(...Array.from({ length: 5_001 }, () => [`DTSTART:${day(1)}`])),
    ],
    [
      "dates by the ten thousand",
      calendar([`DTSTART:${day(1)}T000000Z`, "DURATION:PT1M", `RDATE:${moments(40_000)}`]),
    ],
    ["components within each other", "BEGIN:VEVENT\r\n".repeat(40_000)],
    ["a file that is too long", "x".repeat(700_001)],
  ])("refuses %s, and keeps what it had", async (_, ics) => {
    const viewer = await somebody();
    await execute(UPDATE, { viewer, input: HOURS });
    const known = calendar([`DTSTART:${day(1)}T100000Z`, `DTEND:${day(1)}T110000Z`]);
    await execute(IMPORT, { viewer, input: { ics: known } });
    const answer = await execute(IMPORT, { viewer, input: { ics } });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: "ics" });
    expect(await busyOf(viewer.person)).toEqual([[`${day(1)}T1000`, `${day(1)}T1100`]]);
  });

  it.each([
    "https://127.0.0.1/calendar.ics",
    "https://10.0.0.7/calendar.ics",
    "https://localhost/calendar.ics",
    "http://example.org/calendar.ics",
    "https://me:secret@example.org/calendar.ics",
  ])("reads nothing at %s", async (url) => {
    const viewer = await somebody();
    await execute(UPDATE, { viewer, input: HOURS });
    const answer = await execute(IMPORT, { viewer, input: { url } });
    expect(errorOf(answer)).toEqual({ code: "BAD_USER_INPUT", field: "url" });
    expect(answer.errors?.[0]?.message).toMatch(/^No calendar can be read at this address/);
  });

  it("names the address where the calendar there is refused", async () => {
    const reading = new CalendarReader().read("hello", { timeZone: "UTC", field: "url" });
    await expect(reading).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "url" },
    });
  });

  it("reads a calendar again each day, once, and keeps what it had where it cannot", async () => {
    const viewer = await somebody();
    await execute(UPDATE, { viewer, input: HOURS });
    const id = `avl_${viewer.person?.slice(4)}`;
    const kept: [number, number][] = [[0, 900]];
    const calendarUrl = "https://127.0.0.1/secret.ics";
    await db().manager.update(Availability, id, { calendarUrl, busy: kept });
    for (const _ of [1, 2]) await meetings.daily?.(service().parts, "2041-01-01");
    const [{ schema }]: [{ schema: string }] = await db().query("SELECT current_schema AS schema");
    const jobs = await db().query(
      `SELECT data FROM ${schema}_jobs.job WHERE name = 'read-calendar'`,
    );
    expect(jobs).toHaveLength(1);
    expect(JSON.stringify(jobs)).not.toContain("secret");
    const run = { id: "1", attempt: 1, signal: new AbortController().signal };
    const reading = calendarRead.run(service().parts, { availability: id }, run);
    await expect(reading).rejects.toThrow("The calendar cannot be read");
    const known = await db().manager.findOneByOrFail(Availability, { id });
    expect(known).toMatchObject({ busy: kept, readsCalendarDaily: true });
  });

  it("wants hours first, which say the zone", async () => {
    const answer = await execute(IMPORT, { viewer: await somebody(), input: { ics: calendar() } });
    expect(errorOf(answer)).toEqual({ code: "CONFLICT" });
    expect(errorOf(await execute(IMPORT, { input: {} }))).toEqual({ code: "UNAUTHENTICATED" });
  });
});
