import { readSupergraph } from "@convene/gateway/composition/committed";
import { newId } from "@convene/shared/type-id";
import type { GraphQLSchema } from "graphql";
import { apiSchemaOf } from "../../src/check/api-schema.ts";
import { ask } from "../ask.ts";
import { type Graphs, openGraphs, type Transport, TRANSPORTS } from "../open-graphs.ts";
import { buildPermissionWorld, type PermissionWorld } from "../permission-world.ts";
import { adminToken } from "../tokens.ts";
import { type HiddenTenant, plantTenant } from "./hidden-tenant.ts";
import type { Ids } from "./id-kind.ts";
import { Tally } from "./tally.ts";

/** Who attacks: with few rights and with all. */
export const VIEWERS = ["anonymous", "signedIn", "delegate", "secretariat", "admin"] as const;
export type ViewerName = (typeof VIEWERS)[number];

/** A whole graph to attack, in which there is something to find. */
export interface Battlefield {
  readonly graphs: Graphs;
  readonly schema: GraphQLSchema;
  readonly world: PermissionWorld;
  /** Two in one: what nobody sees, and what the members of another network see. */
  readonly tenant: HiddenTenant;
  readonly tally: Tally;
  /** Of the demo network, and of records that never were. */
  readonly demoIds: Ids;
  readonly url: (transport: Transport) => string;
  readonly close: () => Promise<void>;
}

const LISTS = `{
  organisations(first: 100) { nodes { id roles { nodes { id } } relationships { nodes { id } }
    seats { nodes { id } } networks { nodes { id } } } }
  people(first: 100) { nodes { id } } networks(first: 100) { nodes { id } }
  workingGroups(first: 100) { nodes { id } } practices(first: 100) { nodes { id } }
  meetings(first: 100) { nodes { id agenda { nodes { id } } } }
  allMeetingSeries(first: 100) { nodes { id } } }`;

/** Of the world of permissions: what the demo network has nothing of. */
const WORLD = [
  ...["message", "report", "introduction", "claim", "merge", "proposed", "saved search", "feed"],
  ...["workplan", "milestone", "activity", "call", "join request", "network join request"],
  ...["poll", "slot of poll", "asked by poll", "poll link", "proposal", "paper"],
  ...["decision", "action"],
];

/** Kinds of which there may be none to be seen. */
const OFTEN_NONE = ["acc", "inv", "imp", "key", "ses"];

/** As people meet it: production, with everything that the demo network has. */
export async function openBattlefield(): Promise<Battlefield> {
  const graphs = await openGraphs(undefined, { production: true });
  const tally = new Tally();
  const close = async () => {
    tally.close();
    await graphs.close();
  };
  try {
    return { ...(await furnish(graphs)), graphs, tally, url: graphs.url, close };
  } catch (error) {
    await graphs.close();
    throw error;
  }
}

async function furnish(graphs: Graphs) {
  const [first = "in process"] = TRANSPORTS;
  const url = graphs.url(first);
  const schema = apiSchemaOf(await readSupergraph());
  const { data } = await ask(url, { query: LISTS, token: await adminToken(graphs) });
  const world = await buildPermissionWorld(graphs, first);
  const demoIds = idsIn(JSON.stringify([data, WORLD.map((what) => world.id(what))]));
  const { root } = world;
  const hidden = await plantTenant(graphs, { url, root, audience: "NOBODY" });
  const other = await plantTenant(graphs, { url, root, audience: "NETWORK" });
  const tenant = {
    ids: joined(hidden.ids, other.ids),
    canaries: [...hidden.canaries, ...other.canaries],
    owner: other.owner,
  };
  return { schema, world, tenant, demoIds };
}

/** All ids in a text, and for each kind one that never was. */
function idsIn(text: string): Ids {
  const kinds = new Map<string, string[]>();
  for (const [id, kind = ""] of text.matchAll(/\b([a-z]{3})_[0-9a-z]{26}\b/g)) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  for (const kind of new Set([...kinds.keys(), ...OFTEN_NONE])) {
    kinds.set(kind, [...new Set(kinds.get(kind)), newId(kind)]);
  }
  return kinds;
}

/** The ids of both. */
export function joined(one: Ids, other: Ids): Ids {
  const kinds = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...kinds].map((kind) => [kind, [...(one.get(kind) ?? []), ...(other.get(kind) ?? [])]]),
  );
}
