import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseGatewayConfig } from "@convene/gateway/config";
import { parseServiceConfig, serviceConfig } from "@convene/shared/server/serve-alone";
import { DCLinter } from "dclint";
import { z } from "zod";
import { composeFile, filledIn, readCompose, root } from "../../test/compose-file.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const folders = readdirSync(join(root, "services"));

const compose = readCompose();
const { services } = compose;

const GIVEN = {
  CONVENE_SECRET: "d41c08fa72b95e6310c7a9d2e84f6b53",
  POSTGRES_PASSWORD: "8fa72b95e6310c7a9d2e84f6b53d41c0",
  TOKEN_KEYS: '{"keys":[]}',
  TOKEN_KEYS_URL: "https://id.example.org/jwks",
  CORS_ORIGINS: "https://app.example.org",
  PUBLIC_URL: "https://graph.example.org",
  SMTP_URL: "smtp://mail.example.org:25",
  MAIL_FROM: "Convene <convene@example.org>",
  MAIL_BOUNCE_DOMAIN: "bounces.example.org",
  TRUSTED_PROXIES: "10.0.0.0/8",
  BUDGET_ANONYMOUS: "500000",
  BUDGET_SIGNED_IN: "off",
  BUDGET_KEY: "1000000",
  QUERY_TIMEOUT: "15",
};
const variablesOf = (name: string, given: Readonly<Record<string, string>> = GIVEN) =>
  Object.fromEntries(
    Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [
      key,
      filledIn(value, given),
    ]),
  );

describe("docker-compose.yml", () => {
  it("starts every service, the gateway and a database, and nothing else", () => {
    expect(Object.keys(services).toSorted()).toEqual(
      [...folders, "gateway", "postgres"].toSorted(),
    );
  });

  it.each([...folders.map((name) => [name, `services/${name}`]), ["gateway", "gateway"]])(
    "starts %s by the documented command",
    (name, folder) => {
      const main = `${folder}/src/main.ts`;
      expect(services[name]?.command).toEqual(["node", "--import", "tsx", main]);
      expect(existsSync(join(root, main))).toBe(true);
    },
  );

  it.each(folders)("gives %s variables that it knows, and all that it needs", (name) => {
    const variables = variablesOf(name);
    expect(Object.keys(serviceConfig.shape)).toEqual(
      expect.arrayContaining(Object.keys(variables)),
    );
    const config = parseServiceConfig(variables);
    const url = new URL(config.DATABASE_URL ?? "");
    expect(url.hostname in services).toBe(true);
    expect(url.password).toBe(GIVEN.POSTGRES_PASSWORD);
  });

  it("gives the gateway variables that it knows, and all that it needs", () => {
    const variables = variablesOf("gateway");
    const config = parseGatewayConfig(variables);
    expect(Object.keys(config)).toEqual(expect.arrayContaining(Object.keys(variables)));
    expect(config).toMatchObject({ PORT: 4000, NODE_ENV: "production", INTROSPECTION: false });
  });

  it.each<[Record<string, string>, string]>([
    [{}, "http://localhost:4000"],
    [{ PORT: "8080" }, "http://localhost:8080"],
    [{ PORT: "8080", PUBLIC_URL: "https://graph.example.org" }, "https://graph.example.org"],
  ])("makes the links of mails lead to where people reach the gateway, with %j", (more, url) => {
    const { CONVENE_SECRET, POSTGRES_PASSWORD } = GIVEN;
    const variables = variablesOf("identity", { CONVENE_SECRET, POSTGRES_PASSWORD, ...more });
    expect(parseServiceConfig(variables).PUBLIC_URL).toBe(url);
  });

  it.each([...folders, "gateway"])("tells %s where each service listens", (name) => {
    const { SERVICES = "" } = variablesOf(name);
    const addresses = folders.map((other) => {
      const port = variablesOf(other)["PORT"] ?? "";
      return `${other}=http://${other}:${port}`;
    });
    expect(SERVICES.split(",").toSorted()).toEqual(addresses.toSorted());
  });

  it("lets only the gateway be reached from outside, and at its own port", () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(["gateway"]);
    const { PORT } = variablesOf("gateway");
    expect(open[0]?.[1].ports).toEqual([expect.objectContaining({ target: Number(PORT) })]);
    expect(compose.networks).toEqual({ inside: { internal: true }, outside: { internal: false } });
    for (const [name, { networks }] of Object.entries(services)) {
      const goesOut = ["gateway", "identity", "meetings"].includes(name);
      expect(networks).toEqual(goesOut ? ["inside", "outside"] : ["inside"]);
    }
  });

  it("waits for the health of what comes before: database, services, gateway", () => {
    const healthy = { condition: "service_healthy" };
    for (const name of folders) expect(services[name]?.depends_on).toEqual({ postgres: healthy });
    expect(services["gateway"]?.depends_on).toEqual(
      Object.fromEntries(folders.map((name) => [name, healthy])),
    );
  });

  it.each(Object.keys(services))("gives %s no more than it needs", (name) => {
    expect(services[name]).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
  });

  it.each(["CONVENE_SECRET", "POSTGRES_PASSWORD"])("does not start without %s", (name) => {
    const uses = [...read("docker-compose.yml").matchAll(/\$\{(\w+)([^}]*)\}/g)].filter(
      ([, variable]) => variable === name,
    );
    expect(uses.length).toBeGreaterThan(0);
    for (const [, , fallback] of uses) expect(fallback).toMatch(/^:\?make one by /);
  });
});

/** Its own types are written for another way to resolve modules. */
interface Linted {
  readonly messages: readonly { readonly rule: string; readonly message: string }[];
}

/** The problems that the linter finds, the first of them what the specification does not allow. */
function problemsOf(file: string): string[] {
  // In which order keys stand is ours to say: what belongs together stands together.
  const order = ["service-keys", "services-alphabetical", "top-level-properties"];
  const dependencies = "service-dependencies-alphabetical-order";
  const off = [...order.map((name) => `${name}-order`), dependencies, "no-quotes-in-volumes"];
  const rules = Object.fromEntries(off.map((name) => [name, 0 as const]));
  const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] });
  const found: readonly Linted[] = linter.lintFiles([file], false);
  return found.flatMap(({ messages }) =>
    messages.map(({ rule, message }) => `${rule}: ${message}`),
  );
}

describe("the Compose specification", () => {
  const folder = mkdtempSync(join(tmpdir(), "convene-compose-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("allows docker-compose.yml as it stands", () => {
    expect(problemsOf(composeFile)).toEqual([]);
  });

  it.each([
    ["a key that there is not", "read_only: true", "read_onli: true"],
    ["a condition that there is not", "condition: service_healthy", "condition: healthy"],
    ["a health check without end", "retries: 3", "retries: [often]"],
    ["a limit that is none", "memory: 512M", "memory: [512M]"],
    ["a network that is none", "inside: { internal: true }", "inside: { internal: [] }"],
  ])("does not allow %s", (_, there, wrong) => {
    const text = read("docker-compose.yml");
    expect(text).toContain(there);
    const file = join(folder, "docker-compose.yml");
    writeFileSync(file, text.replaceAll(there, wrong));
    expect(problemsOf(file)).toEqual([expect.stringMatching(/^invalid-schema: /)]);
  });
});

describe("the Dockerfile", () => {
  const lines = read("Dockerfile").split("\n");
  const copied = lines
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
    .flatMap((line) => line.split(" ").slice(1, -1));

  it("copies only what is there", () => {
    for (const path of copied) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });

  it("knows every workspace, of which a missing one would end the installation", () => {
    const workspaces = ["shared", "gateway", "platform", "bench"];
    const all = [...workspaces, ...folders.map((name) => `services/${name}`)];
    expect(copied).toEqual(expect.arrayContaining(all.map((folder) => `${folder}/package.json`)));
    for (const name of folders)
      expect(read("Dockerfile")).toContain(`--workspace=services/${name}`);
  });

  it("copies nothing that .dockerignore keeps out", () => {
    const kept = read(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"));
    for (const path of copied) {
      const [top = ""] = path.split("/");
      const matches = [`!${path}`, `!${top}`, `!*/package.json`];
      expect(matches.some((line) => kept.includes(line))).toBe(true);
    }
  });

  it("installs what the command imports, though it leaves out what only development needs", () => {
    const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
    expect(manifest.parse(JSON.parse(read("package.json"))).dependencies).toHaveProperty("tsx");
    expect(read("Dockerfile")).toContain("npm ci --omit=dev --include-workspace-root ");
  });

  it("has several stages, of which the last takes the packages and no cache of npm", () => {
    const stages = lines.filter((line) => line.startsWith("FROM "));
    expect(stages.length).toBeGreaterThan(1);
    expect(lines).toContain("COPY --from=packages /convene ./");
  });

  it("runs as somebody who is not root", () => {
    expect(lines.filter((line) => line.startsWith("USER "))).toEqual(["USER 1000:1000"]);
  });
});
