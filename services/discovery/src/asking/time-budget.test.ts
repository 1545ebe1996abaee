import { createHarness } from "@convene/shared/testing/harness";
import { discovery } from "../definition.ts";
import { withinTime } from "./time-budget.service.ts";

const harness = createHarness(discovery);

it("gives up what takes longer than its budget, in the database too, and says the budget", async () => {
  const slow = withinTime(50, () => harness.db().query("SELECT pg_sleep(20)"));
  await expect(slow).rejects.toMatchObject({
    extensions: { code: "LIMIT_EXCEEDED", budget: 50, unit: "milliseconds" },
  });
});

it("leaves what is ready in time, and what fails by itself, as it is", async () => {
  expect(await withinTime(5_000, () => Promise.resolve(1))).toBe(1);
  await expect(withinTime(5_000, () => Promise.reject(new Error("lost")))).rejects.toThrow("lost");
});
