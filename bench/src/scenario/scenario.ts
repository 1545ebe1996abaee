import type { Sample } from "../network/sample.ts";
import type { Random } from "./random.ts";

export type Variables = Readonly<Record<string, unknown>>;

/** One kind of request, asked of all contenders. */
export interface Scenario {
  /** As it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** Whether it goes over several services: what the goal is set for. */
  readonly nested: boolean;
  /** A mutation, for which somebody has to be signed in. */
  readonly changes: boolean;
  /** The name of the operation in `query`, by which the bare SQL knows it. */
  readonly operation: string;
  readonly query: string;
  /** What makes two requests differ: no two in flight may be the same, lest a gateway merges them. */
  readonly variables: (random: Random, sample: Sample) => Variables;
  /** One statement that answers the same `data` as one text, in a column of this name. */
  readonly sql: string;
  readonly parameters: (variables: Variables) => unknown[];
}

/** A request, ready to be sent. */
export interface Question {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An endless stream of questions that differ, the same for the same seed. */
export function questions(
  { query, operation, changes, variables }: Scenario,
  { random, sample, token }: { random: Random; sample: Sample; token: string },
): () => Question {
  const headers: Question["headers"] = changes ? { authorization: `Bearer ${token}` } : {};
  return () => {
    const asked = { query, operationName: operation, variables: variables(random, sample) };
    return { body: JSON.stringify(asked), headers };
  };
}
