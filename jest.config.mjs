/** Attacks that take minutes: `npm run test:security`. */
const minutes = process.env.CONVENE_SECURITY === "full" ? [] : ["<rootDir>/platform/security/"];

/**
 * Tests that wait for whole processes, longer than others may, or move every clock: Jest's own
 * runner tells them, each in a world of its own.
 */
const APART = [
  "bench/src/sudden-death/",
  "platform/bin/",
  "platform/security/",
  "platform/src/command/",
  "platform/src/postgres/",
  "shared/src/service/day-turns\\.test\\.ts$",
];

const shared = {
  extensionsToTreatAsEsm: [".ts"],
  modulePathIgnorePatterns: ["<rootDir>/.data/"],
  setupFiles: ["reflect-metadata"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          experimental: { keepImportAttributes: true },
          target: "es2022",
          parser: { syntax: "typescript", decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: false,
            useDefineForClassFields: false,
          },
        },
        module: { type: "es6" },
      },
    ],
  },
};

const ignored = ["/node_modules/", "/\\.data/"];

/** ES modules: run through `npm test`, which gives Node the flags that they need. */
export default {
  globalSetup: "<rootDir>/platform/test/global-setup.ts",
  globalTeardown: "<rootDir>/platform/test/global-teardown.ts",
  // Jest keeps a processor for itself unless told; much of a test here is waiting for Postgres.
  maxWorkers: "100%",
  // ES modules in Jest are never let go of: a worker begins anew before it is slow with them.
  workerIdleMemoryLimit: "1000MB",
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "together",
      // Loads the house once for each worker, and not once for each of some hundred files. It knows
      // no `testTimeout`: what such a test waits for has a limit of its own.
      runner: "jest-light-runner/child-process",
      testMatch: ["**/*.test.ts"],
      testPathIgnorePatterns: [...ignored, ...APART.map((place) => `<rootDir>/${place}`)],
    },
    {
      ...shared,
      displayName: "apart",
      testEnvironment: "node",
      testMatch: ["**/*.test.ts"],
      testPathIgnorePatterns: [...ignored, ...minutes, `<rootDir>/(?!${APART.join("|")})`],
    },
  ],
};
