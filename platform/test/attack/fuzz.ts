import { OperationTypeNode } from "graphql";
import { TRANSPORTS } from "../open-graphs.ts";
import { type Battlefield, joined, VIEWERS, type ViewerName } from "./battlefield.ts";
import { Dice } from "./dice.ts";
import { attack, type GraphReply, inLanes } from "./graph-client.ts";
import { isBeyondLimits, objectsIn } from "./limit-oracle.ts";
import { OperationWriter } from "./operation-writer.ts";
import { type Asked, shrink } from "./shrink.ts";
import { AUDIT, OWN_WORDS, withoutPlaces } from "./told-back.ts";
import { isRefused, leakOf } from "./verdict.ts";

/** Percent of the questions that change something. */
const CHANGES = 30;
const LANES = 8;

export interface Fuzzing {
  readonly questions: number;
  readonly seed: number;
}

/** What is an account's own: an administrator sees it in the audit log, and nowhere else. */
const OWN = /^Canary(Account|Browser|Key)/;

/** Hidden ids that each viewer has sent so far: what they keep in their own words may name them. */
type Sent = ReadonlyMap<ViewerName, Set<string>>;

/** Asks that many made-up questions as all viewers in turn, on all transports in turn. */
export async function fuzz(field: Battlefield, { questions, seed }: Fuzzing): Promise<void> {
  const numbers = Array.from({ length: questions }, (_, index) => seed + index);
  const sent: Sent = new Map(VIEWERS.map((viewer) => [viewer, new Set<string>()]));
  await inLanes(numbers, LANES, (number) => fuzzOnce({ field, sent }, number));
}

interface Fuzzed {
  readonly field: Battlefield;
  readonly sent: Sent;
}

async function fuzzOnce({ field, sent }: Fuzzed, number: number): Promise<void> {
  const viewer = VIEWERS[number % VIEWERS.length] ?? "anonymous";
  const transport = TRANSPORTS[Math.floor(number / VIEWERS.length) % TRANSPORTS.length];
  if (!transport) throw new Error("There is no transport");
  const token = field.world.tokens[viewer];
  const own = sent.get(viewer) ?? new Set();
  const put = async ({ query, variables }: Asked) => {
    const words = query + JSON.stringify(variables);
    for (const id of hiddenIds(field)) if (words.includes(id)) own.add(id);
    const reply = await attack(field.url(transport), { query, variables, token });
    const operation = { query, variables };
    return { reply, leak: faultOf(field, { operation, reply, viewer, sent: own }) };
  };
  const operation = madeUp(field, viewer, number);
  const { reply, leak } = await put(operation);
  const { query, variables } =
    leak === null || field.tally.isFull
      ? operation
      : await shrink(
          field.schema,
          operation,
          async (smaller) => (await put(smaller)).leak !== null,
        );
  const asked = `CONVENE_FUZZ_SEED=${number} CONVENE_FUZZ=1, ${viewer}, ${transport}: ${query} ${JSON.stringify(variables)}`;
  field.tally.note(`fuzz as ${viewer}`, { refused: isRefused(reply), leak }, asked);
}

const hiddenIds = ({ tenant }: Battlefield): readonly string[] => [...tenant.ids.values()].flat();

/** An administrator gets no ids of what is hidden: they would rightly make it seen. */
function madeUp({ schema, demoIds, tenant }: Battlefield, viewer: ViewerName, number: number) {
  const dice = new Dice(number);
  const ids = viewer === "admin" ? demoIds : joined(demoIds, tenant.ids);
  const type = dice.happens(CHANGES) ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY;
  return new OperationWriter(schema, dice, ids).write(type);
}

interface Answered {
  readonly operation: Asked;
  readonly reply: GraphReply;
  readonly viewer: ViewerName;
  readonly sent: ReadonlySet<string>;
}

function faultOf(field: Battlefield, answered: Answered): string | null {
  const { operation, reply, viewer } = answered;
  const { query } = operation;
  const { status, data, cost } = reply;
  const leak = viewer === "admin" ? leakToAdmin(field, answered) : leakToOther(field, answered);
  if (leak !== null) return leak;
  if (status !== 200) return status === 413 ? null : `status ${status}: ${reply.text}`;
  if (cost === undefined) return "tells no cost";
  if (data !== null && isBeyondLimits(query)) return "answers beyond the limits";
  const objects = objectsIn(data) - 1;
  return objects > cost ? `answers ${objects} objects at a cost of ${cost}` : null;
}

/** Who sees all of the tenant, but what an account has for itself. */
function leakToAdmin({ schema, tenant }: Battlefield, { operation, reply }: Answered) {
  const text = withoutPlaces(schema, AUDIT, { query: operation.query, reply });
  const own = tenant.canaries.filter((one) => OWN.test(one));
  return leakOf(reply) ?? leakOf({ ...reply, text }, own);
}

/** Who sees nothing of it, but the ids that they have sent in this question, or keep themselves. */
function leakToOther(field: Battlefield, { operation, reply, sent }: Answered): string | null {
  const leak = leakOf(reply, field.tenant.canaries);
  if (leak !== null) return leak;
  const { query, variables } = operation;
  const asked = query + JSON.stringify(variables);
  const named = hiddenIds(field).filter((id) => reply.text.includes(id) && !asked.includes(id));
  if (named.length === 0) return null;
  const elsewhere = withoutPlaces(field.schema, OWN_WORDS, { query, reply });
  const id = named.find((one) => elsewhere.includes(one) || !sent.has(one));
  return id === undefined ? null : `names ${id}, which is hidden`;
}
