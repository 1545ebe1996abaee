import { setImmediate } from "node:timers/promises";
import { ThreadRoom } from "./thread-room.service.ts";

it("lets so many in at once, the others in their order, and no more wait than that", async () => {
  const room = new ThreadRoom({ atOnce: 2, waiting: 1, refusal: "Come back later" });
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const enter = (one: number, fails = false) =>
    room.within(async () => {
      begun.push(one);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (fails) throw new Error("It failed");
      return one;
    });
  const [first, second, third] = [enter(1, true), enter(2), enter(3)];
  await setImmediate();
  expect(begun).toEqual([1, 2]);
  await expect(enter(4)).rejects.toMatchObject({ extensions: { code: "LIMIT_EXCEEDED" } });
  ends[0]?.();
  await expect(first).rejects.toThrow("It failed");
  await setImmediate();
  expect(begun).toEqual([1, 2, 3]);
  for (const end of ends) end();
  expect(await Promise.all([second, third])).toEqual([2, 3]);
});
