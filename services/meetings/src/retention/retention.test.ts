import { createHarness } from "@convene/shared/testing/harness";
import { newId } from "@convene/shared/type-id";
import { createFactories } from "../../test/factories.ts";
import { Availability } from "../availability/availability.entity.ts";
import { BurdenRecord } from "../burden/burden-record.entity.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { buildMeeting, buildPerson } = createFactories(harness);
const { db, service } = harness;

const NOW = new Date("2031-06-15T12:00:00Z");
const secondsAt = (date: string) => Date.parse(date) / 1_000;

it("keeps what meetings have cost for 24 months", async () => {
  const meetingId = await buildMeeting();
  const [old, young] = [await buildPerson(), await buildPerson()];
  const row = { meetingId, burden: 12, localStart: "2029-06-01T23:00:00" };
  await db().manager.insert(BurdenRecord, [
    { ...row, id: newId("bur"), personId: old, recordedAt: new Date("2029-06-15T11:59:00Z") },
    { ...row, id: newId("bur"), personId: young, recordedAt: new Date("2029-06-15T12:01:00Z") },
  ]);
  await service().keepToRetention(NOW);
  const left = await db().manager.find(BurdenRecord);
  expect(left.map(({ personId }) => personId)).toEqual([young]);
});

it("keeps busy times until they are past", async () => {
  const past = [secondsAt("2031-06-14T09:00:00Z"), secondsAt("2031-06-14T10:00:00Z")];
  const now = [secondsAt("2031-06-15T11:30:00Z"), secondsAt("2031-06-15T12:30:00Z")];
  const coming = [secondsAt("2031-06-16T09:00:00Z"), secondsAt("2031-06-16T10:00:00Z")];
  const enter = async (busy: number[][]) => {
    const id = newId("avl");
    await db().query(
      `INSERT INTO availability (id, person_id, time_zone, weekend, comfortable, possible,
         shares_reasons, interprets, busy, updated_at)
       VALUES ($1, $1, 'UTC', '{}', '[]', '[]', true, '{}', $2, now())`,
      [id, JSON.stringify(busy)],
    );
    return id;
  };
  const [some, none, all] = [
    await enter([past, now, coming]),
    await enter([past]),
    await enter([coming]),
  ];
  await service().keepToRetention(NOW);
  const busyOf = async (id: string) =>
    (await db().manager.findOneByOrFail(Availability, { id })).busy;
  expect(await busyOf(some)).toEqual([now, coming]);
  expect(await busyOf(none)).toEqual([]);
  expect(await busyOf(all)).toEqual([coming]);
});
