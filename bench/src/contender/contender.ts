import type { BenchNetwork } from "../network/bench-network.ts";
import { commandOf, SERVICES } from "./compose-command.ts";
import { freePort } from "@convene/platform/runtime/free-port";
import { NodeProcess } from "./node-process.ts";
import { standStill } from "./stand-still.ts";

/** One way to answer the same questions, in processes of its own. */
export interface Contender {
  readonly name: ContenderName;
  readonly title: string;
  /** The first one answers. Some may be another contender's too. */
  readonly processes: readonly NodeProcess[];
}

export const TITLES = {
  product: "Convene, one process",
  services: "Convene, separate processes",
  apollo: "@apollo/gateway, same services",
  monolith: "one Apollo Server, no federation",
  sql: "bare SQL",
} as const;

export type ContenderName = keyof typeof TITLES;
export const CONTENDERS = Object.keys(TITLES) as readonly ContenderName[];

export interface Field {
  readonly contenders: readonly Contender[];
  readonly stop: () => Promise<void>;
}

/** Starts the contenders that are named, all on one database. */
export async function startContenders(
  network: BenchNetwork,
  names: readonly ContenderName[],
): Promise<Field> {
  const started: NodeProcess[] = [];
  const stop = async () => {
    await Promise.all(started.splice(0).map((process) => process.stop()));
  };
  try {
    const starting = new Starting(network, started);
    const contenders: Contender[] = [];
    for (const name of names) contenders.push(await starting.start(name));
    return { contenders, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

class Starting {
  private services: Promise<Running> | null = null;

  constructor(
    private readonly network: BenchNetwork,
    private readonly started: NodeProcess[],
  ) {}

  /** Those that have started stand still while others start. */
  async start(name: ContenderName): Promise<Contender> {
    const processes = await this.processesOf(name);
    await standStill(this.started, this.network.postgres);
    return { name, title: TITLES[name], processes };
  }

  private async processesOf(name: ContenderName): Promise<readonly NodeProcess[]> {
    switch (name) {
      case "product":
        return [await this.node(name, ["platform/bin/convene.mjs", "start", "--empty"])];
      case "services":
        return this.behind(name, commandOf("gateway"));
      case "apollo":
        return this.behind(name, main("apollo-gateway"));
      case "monolith":
        return [await this.node(name, main("monolith"))];
      case "sql":
        return [await this.node(name, main("bare-sql"))];
    }
  }

  /** A gateway and the services behind it. */
  private async behind(name: ContenderName, args: readonly string[]): Promise<NodeProcess[]> {
    const { processes, addresses } = await (this.services ??= this.startServices());
    for (const process of processes) process.goOn();
    return [await this.node(name, args, { SERVICES: addresses }), ...processes];
  }

  private async startServices(): Promise<Running> {
    const ports = new Map<string, number>();
    for (const name of SERVICES) ports.set(name, await freePort());
    const addresses = [...ports].map(([name, port]) => `${name}=http://127.0.0.1:${port}`).join();
    const starting = [...ports].map(([name, port]) =>
      this.node(name, commandOf(name), { SERVICES: addresses, PORT: String(port) }),
    );
    return { processes: await Promise.all(starting), addresses };
  }

  private async node(
    title: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<NodeProcess> {
    const PORT = String(await freePort());
    const variables = {
      ...this.network.variables,
      ...NO_BUDGET,
      LOG_LEVEL: "error",
      PORT,
      ...more,
    };
    const process = await NodeProcess.start({ title, args, variables });
    this.started.push(process);
    return process;
  }
}

/** One client asks all of it, as fast as it is answered. */
const NO_BUDGET = { BUDGET_ANONYMOUS: "off", BUDGET_SIGNED_IN: "off", BUDGET_KEY: "off" };

interface Running {
  readonly processes: readonly NodeProcess[];
  /** As the variable `SERVICES` has them. */
  readonly addresses: string;
}

const main = (name: string) => ["--import", "tsx", `bench/src/contender/${name}-main.ts`];
