import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSupergraph } from "@convene/gateway/composition/committed";
import { Answering, type CheckedQuestion } from "@convene/gateway/execution/answering";
import { Planner } from "@convene/gateway/execution/planner";
import { createGateway } from "@convene/gateway/gateway";
import { limitsOf } from "@convene/gateway/limit/limit-settings";
import { noLimits } from "@convene/gateway/limit/limits";
import { openServices, serviceNames } from "@convene/platform/runtime/services";
import { ISSUER } from "@convene/platform/token/access-token";
import { systemViewer } from "@convene/shared/viewer";
import type { JSONWebKeySet } from "jose";
import { pino } from "pino";
import { print, spread } from "./figures.ts";
import { type BenchNetwork, openNetwork } from "./network/bench-network.ts";
import { oneOrganisation } from "./scenario/one-organisation.ts";
import { Random } from "./scenario/random.ts";
import type { Scenario, Variables } from "./scenario/scenario.ts";
import { twentyOrganisations } from "./scenario/twenty-organisations.ts";

const SCENARIOS = [oneOrganisation, twentyOrganisations];
const log = pino({ level: "silent" });

/** Answers one question, and throws where it is answered with anything but data. */
type Ask = (variables: Variables) => Promise<void>;

/** The same graph twice: behind its whole edge, and with nothing around the planner. */
interface Ways {
  readonly edge: (scenario: Scenario) => Ask;
  readonly bare: (scenario: Scenario) => Ask;
}

/**
 * `npm run bench -- edge`: the processor time of Node that the edge adds to a question. With it:
 * HTTP's request and response, who is asking by a signed token, budgets, limits, costs, answers
 * completed and masked, every header. Without: the plan of the same document, executed for the same
 * viewer. Both in this process, one question after the other, in rounds that take turns.
 */
export async function measureEdge(args: readonly string[]): Promise<void> {
  const { rounds, requests, organisations, data } = readOptions(args);
  const network = await openNetwork({ folder: resolve(data), organisations });
  const { DATABASE_URL: adminUrl = "", CONVENE_SECRET: secret = "" } = network.variables;
  const opened = await openServices({ adminUrl, secret }, log);
  try {
    const ways = await openWays(network, opened.services);
    for (const scenario of SCENARIOS) {
      await measure({ scenario, ways, network, rounds, requests });
    }
  } finally {
    await opened.stop();
    await network.stop();
  }
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string", default: "7" },
      requests: { type: "string", default: "400" },
      organisations: { type: "string", default: "10000" },
      demo: { type: "boolean", default: false },
      data: { type: "string", default: ".data/bench" },
    },
  });
  return {
    rounds: Number(values.rounds),
    requests: Number(values.requests),
    organisations: values.demo ? 0 : Number(values.organisations),
    data: values.data,
  };
}

type Services = Awaited<ReturnType<typeof openServices>>["services"];

async function openWays({ variables, token }: BenchNetwork, services: Services): Promise<Ways> {
  const supergraph = await readSupergraph();
  const gateway = await createGateway({
    supergraph,
    subgraphs: services,
    claims: Object.fromEntries(
      serviceNames.map((name) => [name, (person: string) => services[name].claims(person)]),
    ),
    tokens: { issuer: ISSUER, keys: JSON.parse(variables["TOKEN_KEYS"] ?? "") as JSONWebKeySet },
    publicUrl: "https://graph.example.org",
    log,
    ...limitsOf({
      NODE_ENV: "production",
      LIMITS: "on",
      BUDGET_SIGNED_IN: 1e11,
    }),
  });
  const planner = await Planner.open({ supergraph, subgraphs: services, log });
  const answering = new Answering({ planner, limits: noLimits, introspection: false, log });
  return {
    edge: (scenario) => throughEdge(gateway.fetch, scenario, token),
    bare: (scenario) => planned(planner, answering, scenario),
  };
}

function throughEdge(
  send: (request: Request) => Promise<Response>,
  { query, operation }: Scenario,
  token: string,
): Ask {
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    authorization: `Bearer ${token}`,
  };
  return async (variables) => {
    const body = JSON.stringify({ query, operationName: operation, variables });
    const request = new Request("http://graph.test/graphql", { method: "POST", headers, body });
    const text = await (await send(request)).text();
    if (!text.includes('"data":{') || text.includes('"errors"')) throw new Error(text);
  };
}

/** The document is made ready once, as if by hand; its result is written as JSON, as it has to be. */
function planned(planner: Planner, answering: Answering, { query }: Scenario): Ask {
  let ready: CheckedQuestion["form"]["planned"] = null;
  return async (variables) => {
    ready ??= documentOf(answering, query, variables);
    if (!ready) throw new Error("The question has nothing to plan");
    const client = { address: null, scheme: "http", host: "graph.test" } as const;
    const context = { viewer: systemViewer, requestId: randomUUID(), client };
    const result = await planner.execute({ document: ready, variables, context });
    const text = JSON.stringify(result);
    if (!text.includes('"data":{') || result.errors) throw new Error(text);
  };
}

function documentOf(answering: Answering, query: string, variables: Variables) {
  const checked = answering.check({ query, variables });
  return "form" in checked ? checked.form.planned : null;
}

interface Measuring {
  readonly scenario: Scenario;
  readonly ways: Ways;
  readonly network: BenchNetwork;
  readonly rounds: number;
  readonly requests: number;
}

async function measure({ scenario, ways, network, rounds, requests }: Measuring): Promise<void> {
  const asks = { edge: ways.edge(scenario), bare: ways.bare(scenario) };
  const cost = { edge: [] as number[], bare: [] as number[] };
  // Round 0 warms up. Both are asked the same, and take turns in going first.
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (["edge", "bare"] as const) : (["bare", "edge"] as const);
    for (const way of order) {
      const random = new Random(round);
      const begun = process.cpuUsage();
      for (let asked = 0; asked < requests; asked += 1) {
        await asks[way](scenario.variables(random, network.sample));
      }
      const { user, system } = process.cpuUsage(begun);
      if (round > 0) cost[way].push((user + system) / 1_000 / requests);
    }
  }
  const added = cost.edge.map((milliseconds, round) => milliseconds - (cost.bare[round] ?? 0));
  print(
    `\n${scenario.title}: processor time of Node for a question, ${rounds} rounds of ${requests}`,
  );
  print(`  behind the edge      ${spread(cost.edge, "ms", 2)}`);
  print(`  the plan alone       ${spread(cost.bare, "ms", 2)}`);
  print(`  what the edge adds   ${spread(added, "ms", 2)}`);
}
