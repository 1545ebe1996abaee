import type { OpenedServices } from "../runtime/services.ts";
import { loadDemo } from "./load-demo.ts";

it("does not go on with a load that was broken off before the services forgot its keys", async () => {
  const day = new Date(Date.now() - 8 * 86_400_000).toISOString().slice(0, 10);
  const written: object[] = [];
  const state = {
    read: () => Promise.resolve({ state: "loading", day, people: {}, organisations: {} }),
    write: (_: string, value: object) => {
      written.push(value);
      return Promise.resolve();
    },
  };
  const loading = loadDemo({} as OpenedServices, state);
  await expect(loading).rejects.toThrow(`only half loaded on ${day}`);
  await expect(loading).rejects.toHaveProperty("name", "StartError");
  expect(written).toEqual([]);
});
