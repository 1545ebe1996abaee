import type { Service } from "@convene/shared/service/service";
import type { GraphQuestion } from "./graph-question.ts";

/** How long one kind of question took, in milliseconds. */
export interface Latency {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** How many were refused since they are larger than their budget; they count as well. */
  readonly refused: number;
}

/** Asked one after the other, by nobody in particular, of the service itself: no gateway. */
export async function latencyOf(
  service: Service,
  question: GraphQuestion,
  times: number,
): Promise<Latency> {
  const warmUp = Math.ceil(times / 4);
  const taken: number[] = [];
  let refused = 0;
  for (let turn = -warmUp; turn < times; turn += 1) {
    const variables = question.variables();
    const began = performance.now();
    const code = await ask(service, question, variables);
    if (turn < 0) continue;
    taken.push(performance.now() - began);
    if (code !== null) refused += 1;
  }
  taken.sort((one, other) => one - other);
  return { name: question.name, p50: share(taken, 0.5), p95: share(taken, 0.95), refused };
}

async function ask(
  service: Service,
  { document, query, name }: GraphQuestion,
  variables: Record<string, unknown>,
): Promise<string | null> {
  const request = { requestId: "bench", requestScope: {}, viewer: null };
  const { errors } = await service.execute({ ...request, document, query, variables });
  const code = errors?.[0]?.extensions["code"];
  if (code === undefined) return null;
  if (code === "LIMIT_EXCEEDED") return code;
  throw new Error(`${name}: ${errors?.[0]?.message ?? ""} for ${JSON.stringify(variables)}`);
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0;
