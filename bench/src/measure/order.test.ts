import { inRounds } from "./order.ts";

it("lets everybody run once in each round", () => {
  for (const round of inRounds(["a", "b", "c"], 7)) {
    expect([...round].sort()).toEqual(["a", "b", "c"]);
  }
});

it("begins each round with another one", () => {
  expect(inRounds(["a", "b", "c"], 4).map(([first]) => first)).toEqual(["a", "b", "c", "a"]);
});
