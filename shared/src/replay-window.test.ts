import { createReplayWindow } from "./replay-window.ts";

it("admits a nonce once for as long as it lasts", () => {
  const window = createReplayWindow();
  expect(window.admit("a", 30, 0)).toBe(true);
  expect(window.admit("a", 30, 29)).toBe(false);
});

it("forgets what has run out", () => {
  const window = createReplayWindow();
  window.admit("a", 30, 0);
  window.admit("b", 31, 1);
  window.admit("c", 60, 30);
  expect(window.size).toBe(2);
});

it("never holds more than its size, and forgets the oldest first", () => {
  const window = createReplayWindow(3);
  for (const nonce of ["a", "b", "c", "d"]) window.admit(nonce, 30, 0);
  expect(window.size).toBe(3);
  expect(window.admit("d", 30, 0)).toBe(false);
  expect(window.admit("a", 30, 0)).toBe(true);
});
