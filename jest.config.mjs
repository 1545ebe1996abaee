/** Attacks that take minutes: `npm run test:security`. */
const minutes = process.env.CONVENE_SECURITY === "full" ? [] : ["<rootDir>/platform/security/"];

/** ES modules on swc: run through `npm test`, which sets --experimental-vm-modules. */
export default {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/\\.data/", ...minutes],
  modulePathIgnorePatterns: ["<rootDir>/.data/"],
  setupFiles: ["reflect-metadata"],
  globalSetup: "<rootDir>/platform/test/global-setup.ts",
  globalTeardown: "<rootDir>/platform/test/global-teardown.ts",
  // Jest keeps a processor for itself unless told; much of a test here is waiting for Postgres.
  maxWorkers: "100%",
  // ES modules in Jest are never let go of: a worker begins anew before it is slow with them.
  workerIdleMemoryLimit: "1000MB",
  testTimeout: 30_000,
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
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
