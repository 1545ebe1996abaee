import { setTimeout } from "node:timers/promises";
import { createHarness } from "@convene/shared/testing/harness";
import { coLeadOf, createFactories, QUARTERLY } from "../../test/factories.ts";
import { meetings } from "../definition.ts";

const harness = createHarness(meetings);
const { db, execute } = harness;
const { buildGroup } = createFactories(harness);

const WAITING = "SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))";

it("knows a group whose replica is built anew in this moment", async () => {
  const group = await buildGroup();
  const rebuild = db().createQueryRunner();
  await rebuild.startTransaction();
  await rebuild.query(
    "CREATE TEMPORARY TABLE kept ON COMMIT DROP AS TABLE working_group_replica WITH DATA",
  );
  await rebuild.query("DELETE FROM working_group_replica");
  await rebuild.query("INSERT INTO working_group_replica SELECT * FROM kept");
  const [{ pid }]: [{ pid: number }] = await rebuild.query("SELECT pg_backend_pid() AS pid");
  const { title, localStart, timeZone, durationMinutes } = QUARTERLY;
  const made = execute(
    "mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { title } }",
    {
      viewer: coLeadOf(group),
      input: { group, title, localStart, timeZone, durationMinutes },
    },
  );
  while ((await db().query<unknown[]>(WAITING, [pid])).length === 0) await setTimeout(10);
  await rebuild.commitTransaction();
  await rebuild.release();
  expect(await made).toEqual({ data: { createMeeting: { title } } });
});
