import { OperationTypeNode } from "graphql";
import { TRANSPORTS } from "../open-graphs.ts";
import { type Battlefield, joined, VIEWERS, type ViewerName } from "./battlefield.ts";
import { Dice } from "./dice.ts";
import { attack, type GraphReply, inLanes } from "./graph-client.ts";
import { isBeyondLimits, objectsIn } from "./limit-oracle.ts";
import { OperationWriter } from "./operation-writer.ts";
import { type Asked, shrink } from "./shrink.ts";
import { isRefused, leakOf } from "./verdict.ts";

/** Percent of the questions that change something. */
const CHANGES = 30;
const LANES = 8;

export interface Fuzzing {
  readonly questions: number;
  readonly seed: number;
}

/** What an administrator may not see either, since it is an account's own. */
const OWN = /^Canary(Account|Browser|Key)/;

/** Asks that many made-up questions as all viewers in turn, on all transports in turn. */
export async function fuzz(field: Battlefield, { questions, seed }: Fuzzing): Promise<void> {
  const numbers = Array.from({ length: questions }, (_, index) => seed + index);
  await inLanes(numbers, LANES, (number) => fuzzOnce(field, number));
}

async function fuzzOnce(field: Battlefield, number: number): Promise<void> {
  const viewer = VIEWERS[number % VIEWERS.length] ?? "anonymous";
  const transport = TRANSPORTS[Math.floor(number / VIEWERS.length) % TRANSPORTS.length];
  if (!transport) throw new Error("There is no transport");
  const token = field.world.tokens[viewer];
  const put = async ({ query, variables }: Asked) => {
    const reply = await attack(field.url(transport), { query, variables, token });
    return { reply, leak: faultOf(field, { operation: { query, variables }, reply, viewer }) };
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
}

function faultOf({ tenant }: Battlefield, { operation, reply, viewer }: Answered): string | null {
  const { query, variables } = operation;
  const { status, data, cost } = reply;
  const canaries =
    viewer === "admin" ? tenant.canaries.filter((one) => OWN.test(one)) : tenant.canaries;
  const leak = leakOf(reply, canaries);
  if (leak !== null) return leak;
  const asked = query + JSON.stringify(variables);
  const ids = viewer === "admin" ? [] : [...tenant.ids.values()].flat();
  const id = ids.find((one) => reply.text.includes(one) && !asked.includes(one));
  if (id !== undefined) return `names ${id}, which is hidden`;
  if (status !== 200) return status === 413 ? null : `status ${status}: ${reply.text}`;
  if (cost === undefined) return "tells no cost";
  if (data !== null && isBeyondLimits(query)) return "answers beyond the limits";
  const objects = objectsIn(data) - 1;
  return objects > cost ? `answers ${objects} objects at a cost of ${cost}` : null;
}
