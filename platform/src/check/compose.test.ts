import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseGatewayConfig } from "@convene/gateway/config";
import { parseServiceConfig, serviceConfig } from "@convene/shared/server/serve-alone";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const folders = readdirSync(join(root, "services"));

const container = z.object({
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  networks: z.array(z.string()),
  ports: z.array(z.unknown()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  read_only: z.boolean(),
  tmpfs: z.array(z.string()).min(1),
  cap_drop: z.array(z.string()),
  security_opt: z.array(z.string()),
  deploy: z.object({
    resources: z.object({
      limits: z.object({ cpus: z.string(), memory: z.string(), pids: z.number() }),
    }),
  }),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }),
});

const compose = z
  .object({
    services: z.record(z.string(), container),
    networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  })
  .parse(parse(read("docker-compose.yml"), { merge: true }));
const { services } = compose;

/** As Compose fills in `${NAME}`, `${NAME:-default}` and `${NAME:?message}`. */
const filledIn = (text: string, given: Readonly<Record<string, string>>) =>
  text.replace(/\$\{[^}]+\}/g, (use) => {
    const [, name = "", fallback] = /^\$\{(\w+)(?::-(.*)|:\?.*)?\}$/.exec(use) ?? [];
    const value = given[name] ?? fallback;
    if (value === undefined) throw new Error(`${use} is not given`);
    return value;
  });

const GIVEN = {
  CONVENE_SECRET: "c".repeat(64),
  POSTGRES_PASSWORD: "p".repeat(48),
  TOKEN_KEYS: '{"keys":[]}',
  TOKEN_KEYS_URL: "https://id.example.org/jwks",
  CORS_ORIGINS: "https://app.example.org",
  PUBLIC_URL: "https://graph.example.org",
};
const variablesOf = (name: string) =>
  Object.fromEntries(
    Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [
      key,
      filledIn(value, GIVEN),
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
      expect(networks).toEqual(name === "gateway" ? ["inside", "outside"] : ["inside"]);
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

  it("runs as somebody who is not root", () => {
    expect(lines.filter((line) => line.startsWith("USER "))).toEqual(["USER 1000:1000"]);
  });
});
