import fc from "fast-check";
import { OperationTypeNode, parse, print, validate } from "graphql";
import { storyConfig } from "../config.ts";
import { TRANSPORTS } from "../transports.ts";
import { type Arena, type Both, openArena } from "./arena.ts";
import { type Choice, choices } from "./choices.ts";
import { QueryWriter, type RandomQuery } from "./query-writer.ts";
import type { Fate } from "./world.ts";

const fates: fc.Arbitrary<Fate> = fc.record({
  seed: fc.nat(),
  missing: fc.constantFrom(0, 20, 50),
  nulls: fc.constantFrom(0, 10, 30),
  errors: fc.constantFrom(0, 2, 8),
});

const { DIFFERENTIAL_RUNS: numRuns, DIFFERENTIAL_SEED: seed } = storyConfig;
/** Milliseconds for all runs of one kind: a run takes about 40. */
const LONGEST = Math.max(60_000, numRuns * 400);

const parameters = { numRuns, ...(seed !== undefined && { seed }) };

describe.each(TRANSPORTS)("the gateway, %s", (transport) => {
  let arena: Arena;

  beforeAll(async () => {
    arena = await openArena(transport);
  });
  afterAll(() => arena.close());

  const check = async (kind: OperationTypeNode, tree: readonly Choice[], fate: Fate) => {
    const root = arena.schema.getRootType(kind);
    if (!root) throw new Error(`There is no ${kind}`);
    const random = new QueryWriter(arena.schema).write(tree, root);
    expect(validate(arena.schema, parse(random.query))).toEqual([]);
    const problem = problemOf(await arena.run(random, fate));
    if (problem) throw new Error(`${problem}\n${describeQuery(random)}`);
  };

  it(
    "answers any query as one server with all resolvers would",
    async () => {
      const same = fc.asyncProperty(choices, fates, (tree, fate) =>
        check(OperationTypeNode.QUERY, tree, fate),
      );
      await fc.assert(same, parameters);
    },
    LONGEST,
  );

  it(
    "changes what one server would change, in the same order",
    async () => {
      const same = fc.asyncProperty(choices, fates, (tree, fate) =>
        check(OperationTypeNode.MUTATION, tree, fate),
      );
      await fc.assert(same, { ...parameters, numRuns: Math.ceil(numRuns / 8) });
    },
    LONGEST,
  );
});

/** What differs, or null. */
function problemOf({ expected, received, changes }: Both): string | null {
  // As text, so that the order of the fields counts too.
  if (text(received.data ?? null) !== text(expected.data ?? null)) {
    return `Data differ.\nexpected ${text(expected)}\nreceived ${text(received)}`;
  }
  if (expected.data && text(changes.received) !== text(changes.expected)) {
    return `Changes differ.\nexpected ${text(changes.expected)}\nreceived ${text(changes.received)}`;
  }
  return errorProblem(expected.errors ?? [], received.errors ?? []);
}

/**
 * The gateway reports an error wherever the reference does, but for a reference to an entity that
 * its owner does not know: that is null without an error (see the README of this story).
 */
function errorProblem(expected: Errors, received: Errors): string | null {
  const leak = received.find(({ message }) => message.includes("secret"));
  if (leak) return `An error tells too much: ${leak.message}`;
  if (received.length > 0 && expected.length === 0)
    return `Only the gateway fails: ${text(received)}`;
  const silent = expected.every(({ message }) => message.startsWith("Cannot return null"));
  if (received.length > 0 || silent) return null;
  return `Only the reference fails: ${text(expected)}`;
}

type Errors = readonly { readonly message: string }[];

const text = (value: unknown): string => JSON.stringify(value);

const describeQuery = ({ query, variables }: RandomQuery): string =>
  `${print(parse(query))}\n${text(variables)}`;
