import { randomBytes } from "node:crypto";
import { ConfigError } from "./config.ts";
import { parseServiceConfig } from "./server/serve-alone.ts";

const GOOD = randomBytes(32).toString("hex");
const DATABASE_URL = `postgres://convene:${GOOD}@db.example/convene`;

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseServiceConfig({ DATABASE_URL, CONVENE_SECRET: GOOD, ...environment });
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

it("takes what is random, in hex and in base 64", () => {
  for (let tries = 0; tries < 200; tries += 1) {
    const encoding = tries % 2 === 0 ? "hex" : "base64url";
    const CONVENE_SECRET = randomBytes(24).toString(encoding);
    expect(problemsOf({ CONVENE_SECRET })).toEqual([]);
  }
});

it.each([
  "x".repeat(64),
  "changeme-changeme-changeme-changeme",
  "REPLACE_THIS_BY_SOMETHING_RANDOM_OF_32",
  "my super secret signing key of 2026!",
  "convene-convene-convene-convene-2026",
])("refuses %p in production, shows it to nobody, and takes it in development", (weak) => {
  const [problem = "", ...others] = problemsOf({ CONVENE_SECRET: weak });
  expect(problem).toMatch(/^CONVENE_SECRET is not valid: it is a placeholder/);
  expect(others).toEqual([]);
  expect(problem).not.toContain(weak);
  expect(problemsOf({ CONVENE_SECRET: weak, NODE_ENV: "development" })).toEqual([]);
});

it("names all of them at once: also an issuer's, and the passwords of databases and mail", () => {
  const problems = problemsOf({
    CONVENE_SECRET: "a".repeat(32),
    CONVENE_PREVIOUS_SECRET: "changeme".repeat(4),
    OIDC_ISSUER: "https://id.example.org",
    OIDC_CLIENT_ID: "convene",
    OIDC_CLIENT_SECRET: "changeme",
    DATABASE_URL: "postgres://convene:convene@db.example/convene",
    SERVICE_DATABASE_URL: "postgres://identity:postgres@db.example/convene",
    SMTP_URL: "smtp://mailer:password@mail.example",
  });
  expect(problems.map((problem) => problem.split(" ", 1)[0])).toEqual([
    "CONVENE_SECRET",
    "CONVENE_PREVIOUS_SECRET",
    "OIDC_CLIENT_SECRET",
    "DATABASE_URL",
    "SERVICE_DATABASE_URL",
    "SMTP_URL",
  ]);
});

it("minds no password where none is given, or a short one of somebody's own", () => {
  for (const url of ["postgres://db.example/convene", "postgres://a:kD7%23q@db.example/convene"])
    expect(problemsOf({ DATABASE_URL: url })).toEqual([]);
});
