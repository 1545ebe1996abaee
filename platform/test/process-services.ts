import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../src/runtime/free-port.ts";
import { publicKeys } from "../src/runtime/gateway.ts";
import type { Secrets } from "../src/runtime/secrets.ts";
import { type ServiceName, serviceNames } from "../src/runtime/services.ts";
import { filledIn, readCompose, root } from "./compose-file.ts";

/** How long one may take to be ready on a busy machine, in milliseconds. */
const PATIENCE = 60_000;
const { services } = readCompose();

/** Whatever a test that was cut off has left. */
const started = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of started) child.kill("SIGKILL");
});

/** Where people reach the graph, as links in mails have it. */
export const TEST_SITE = "http://convene.test";

export interface ProcessOptions {
  readonly adminUrl: string;
  readonly secrets: Secrets;
  /** Where they keep files; unless told, somewhere that is gone afterwards. */
  readonly dataFolder?: string;
}

/**
 * Every service and the gateway, each in a process of its own, started by the command and with the
 * variables that docker-compose.yml has for it. Only where they listen and store is the tests' own.
 */
export class ProcessServices {
  private readonly running = new Map<string, ChildProcess>();
  private readonly ports = new Map<string, number>();

  private constructor(
    private readonly options: ProcessOptions,
    private readonly folder: string,
  ) {}

  static async start(options: ProcessOptions): Promise<ProcessServices> {
    const folder = await mkdtemp(join(tmpdir(), "convene-processes-"));
    const processes = new ProcessServices(options, folder);
    for (const name of [...serviceNames, "gateway"]) processes.ports.set(name, await freePort());
    try {
      await Promise.all(serviceNames.map((name) => processes.run(name)));
      await processes.run("gateway");
    } catch (error) {
      await processes.stop();
      throw error;
    }
    return processes;
  }

  get url(): string {
    return this.urlOf("gateway");
  }

  /** Ends one of them as Compose would. Answers what starts it again. */
  async takeDown(service: ServiceName): Promise<() => Promise<void>> {
    await this.end(service);
    return () => this.run(service);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.keys()].map((name) => this.end(name)));
    await rm(this.folder, { recursive: true });
  }

  private async run(name: string): Promise<void> {
    const [program = "", ...args] = services[name]?.command ?? [];
    const file = program === "node" ? process.execPath : program;
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, ...this.variablesOf(name) };
    const child = spawn(file, args, { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
    this.running.set(name, child);
    started.add(child);
    child.once("exit", () => started.delete(child));
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    const until = Date.now() + PATIENCE;
    while (!(await isReady(this.urlOf(name)))) {
      if (hasEnded(child) || Date.now() > until) {
        throw new Error(`${name} did not start: ${said}`);
      }
      await pause(50);
    }
  }

  private async end(name: string): Promise<void> {
    const child = this.running.get(name);
    this.running.delete(name);
    if (!child || hasEnded(child)) return;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await exited;
  }

  private variablesOf(name: string): Record<string, string> {
    const { adminUrl, secrets, dataFolder = this.folder } = this.options;
    const given = {
      CONVENE_SECRET: secrets.secret,
      POSTGRES_PASSWORD: "not needed: the tests have a server of their own",
      TOKEN_KEYS: JSON.stringify(publicKeys(secrets)),
      LOG_LEVEL: "error",
    };
    const composed = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [
      key,
      filledIn(value, given),
    ]);
    return {
      ...Object.fromEntries(composed),
      HOST: "127.0.0.1",
      PORT: String(this.ports.get(name)),
      SERVICES: serviceNames.map((service) => `${service}=${this.urlOf(service)}`).join(","),
      ...(name === "gateway"
        ? { INTROSPECTION: "true", BUDGET_ANONYMOUS: "off", BUDGET_SIGNED_IN: "off" }
        : { DATABASE_URL: adminUrl, CONVENE_DATA: dataFolder, PUBLIC_URL: TEST_SITE }),
    };
  }

  private urlOf(name: string): string {
    return `http://127.0.0.1:${this.ports.get(name)}`;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** As the health check of docker-compose.yml asks. */
async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  await response?.text();
  return response?.ok ?? false;
}
