import type { Service } from "@convene/shared/service/service";
import type { GraphQuestion } from "./graph-question.ts";

/** How long one kind of question took, in milliseconds. */
export interface Latency {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** What p95 may be; null where nothing is promised. */
  readonly bound: number | null;
  /** How many were refused since they are larger than their budget; they count as well. */
  readonly refused: number;
}

/** Asked one after the other, by nobody in particular, of the service itself: no gateway. */
export async function latencyOf(
  service: Service,
  question: GraphQuestion,
  { times, bound }: { readonly times: number; readonly bound: number | null },
): Promise<Latency> {
  const warmUp = Math.ceil(times / 4);
  const asked = Array.from({ length: warmUp + times }, question.variables);
  const codes: (string | null)[] = [];
  const how = { times, warmUp, bound };
  const latency = await latencyOfTimes(question.name, how, async () => {
    codes.push(await ask(service, question, asked[codes.length] ?? {}));
  });
  return { ...latency, refused: codes.slice(warmUp).filter((code) => code !== null).length };
}

export interface Repeated {
  readonly times: number;
  /** How often before, which does not count. */
  readonly warmUp: number;
  readonly bound: number | null;
}

/** The same work again and again. */
export async function latencyOfTimes(
  name: string,
  { times, warmUp, bound }: Repeated,
  work: () => Promise<unknown>,
): Promise<Latency> {
  const taken: number[] = [];
  for (let turn = -warmUp; turn < times; turn += 1) {
    const began = performance.now();
    await work();
    if (turn >= 0) taken.push(performance.now() - began);
  }
  return latencyFrom(name, taken, { bound });
}

export function latencyFrom(
  name: string,
  taken: readonly number[],
  { bound }: Pick<Latency, "bound">,
): Latency {
  const sorted = [...taken].sort((one, other) => one - other);
  return { name, p50: share(sorted, 0.5), p95: share(sorted, 0.95), bound, refused: 0 };
}

export function latencyLine({ name, p50, p95, bound, refused }: Latency, more = ""): string {
  const goal = bound === null ? "no bound" : `bound ${bound} ms${p95 > bound ? ", MISSED" : ""}`;
  const told = `p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   ${goal}`;
  return `${name.padEnd(46)}${told}${more}${refused > 0 ? `   ${refused} beyond their budget` : ""}`;
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
