import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ConfigError, logLevel, parseConfig, port, postgresUrl, secret } from "./config.ts";

const schema = z.object({
  PORT: port.default(4000),
  DATABASE_URL: postgresUrl,
  CONVENE_SECRET: secret,
  LOG_LEVEL: logLevel.optional(),
});
const URL = "postgres://convene@db.example/convene";
const SECRET = "s".repeat(32);

const folder = mkdtempSync(join(tmpdir(), "convene-config-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseConfig(schema, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

it("parses what is given and fills in what has a default", () => {
  const environment = { DATABASE_URL: URL, CONVENE_SECRET: SECRET, LOG_LEVEL: "warn", OTHER: "x" };
  expect(parseConfig(schema, environment)).toEqual({
    PORT: 4000,
    DATABASE_URL: URL,
    CONVENE_SECRET: SECRET,
    LOG_LEVEL: "warn",
  });
});

it("names every problem at once, one a line", () => {
  const problems = problemsOf({ PORT: "70000", CONVENE_SECRET: "short", LOG_LEVEL: "loud" });
  expect(problems).toHaveLength(4);
  expect(problems[0]).toMatch(/^PORT is not valid: /);
  expect(problems[1]).toMatch(/^DATABASE_URL is not set: /);
  expect(problems[2]).toBe("CONVENE_SECRET is not valid: want at least 32 characters");
  expect(problems[3]).toMatch(/^LOG_LEVEL is not valid: /);
});

it("never shows what a secret was", () => {
  expect(problemsOf({ DATABASE_URL: URL, CONVENE_SECRET: "hunter2" }).join()).not.toContain(
    "hunter2",
  );
});

it.each(["http://db.example/convene", "postgres", "mysql://db/convene"])(
  "refuses %s as a database",
  (url) => {
    const problems = problemsOf({ DATABASE_URL: url, CONVENE_SECRET: SECRET });
    expect(problems).toEqual(["DATABASE_URL is not valid: want postgres://…"]);
  },
);

describe("a variable given as a file", () => {
  it("is read without the space around it", () => {
    const CONVENE_SECRET_FILE = file("secret", `${SECRET}\n`);
    const config = parseConfig(schema, { DATABASE_URL: URL, CONVENE_SECRET_FILE });
    expect(config.CONVENE_SECRET).toBe(SECRET);
  });

  it("gives way to the variable itself, unless that is empty", () => {
    const CONVENE_SECRET_FILE = file("other", "o".repeat(32));
    const given = { DATABASE_URL: URL, CONVENE_SECRET_FILE };
    expect(parseConfig(schema, { ...given, CONVENE_SECRET: SECRET }).CONVENE_SECRET).toBe(SECRET);
    expect(parseConfig(schema, { ...given, CONVENE_SECRET: "" }).CONVENE_SECRET).toMatch(/^o+$/);
  });

  it("is a problem when it cannot be read, beside all others", () => {
    const CONVENE_SECRET_FILE = join(folder, "missing");
    const problems = problemsOf({ CONVENE_SECRET_FILE });
    expect(problems[0]).toBe(
      `CONVENE_SECRET_FILE names ${CONVENE_SECRET_FILE}, which cannot be read`,
    );
    expect(problems).toContainEqual(expect.stringMatching(/^DATABASE_URL is not set/));
  });
});
