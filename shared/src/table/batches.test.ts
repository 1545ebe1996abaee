import fc from "fast-check";
import { inBatches } from "./batches.ts";

it("keeps every item in order, in full batches but for the last", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.integer()),
    fc.integer({ min: 1, max: 7 }),
    async (items, size) => {
      const batches: number[][] = [];
      for await (const batch of inBatches(items, size)) batches.push(batch);
      expect(batches.flat()).toEqual(items);
      expect(batches.slice(0, -1).every((batch) => batch.length === size)).toBe(true);
      expect(batches.every((batch) => batch.length > 0)).toBe(true);
    },
  );
  await fc.assert(property);
});

it("takes no more from its source than the batch that is asked for", async () => {
  let taken = 0;
  let closed = false;
  async function* source() {
    try {
      for (;;) yield await Promise.resolve(++taken);
    } finally {
      closed = true;
    }
  }
  for await (const batch of inBatches(source(), 3)) {
    expect(batch).toEqual([1, 2, 3]);
    expect(taken).toBe(3);
    break;
  }
  expect(closed).toBe(true);
});

it("passes on the error of its source after the whole batches before it", async () => {
  async function* source() {
    yield await Promise.resolve(1);
    yield 2;
    throw new Error("broken");
  }
  const seen: number[][] = [];
  const read = async () => {
    for await (const batch of inBatches(source(), 2)) seen.push(batch);
  };
  await expect(read()).rejects.toThrow("broken");
  expect(seen).toEqual([[1, 2]]);
});

it.each([0, -1, 1.5, Number.NaN])("refuses a batch of %p items", async (size) => {
  await expect(inBatches([1], size).next()).rejects.toThrow(RangeError);
});
