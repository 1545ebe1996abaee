import type { Viewer } from "../viewer.ts";

/** A viewer for tests: signed in, with no roles but the given. */
export const buildViewer = (overrides: Partial<Viewer> = {}): Viewer => ({
  kind: "account",
  id: "acc_test",
  person: null,
  organisations: [],
  groups: [],
  networks: [],
  platform: [],
  scopes: [],
  ...overrides,
});

export const admin: Viewer = buildViewer({ id: "acc_admin", platform: ["ADMIN"] });
