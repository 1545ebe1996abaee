import { composeServices } from "@apollo/composition";
import { type GraphQLError, parse } from "graphql";

/** A service as composition sees it: its name and its committed SDL. */
export interface ServiceSdl {
  readonly name: string;
  readonly sdl: string;
  /** Where it listens, for a supergraph that says so itself. */
  readonly url?: string;
}

export interface Composed {
  readonly supergraph: string;
  /** What is allowed but odd, one a line. */
  readonly hints: readonly string[];
}

/** The services' graphs do not fit together. Its message lists every problem, one a line. */
class CompositionError extends Error {
  override readonly name = "CompositionError";
}

/**
 * One supergraph of all services (Apollo Federation 2). Convene's own has no addresses: where a
 * service listens is configuration, and must not change the committed file.
 *
 * @throws CompositionError
 */
export function composeSupergraph(services: readonly ServiceSdl[]): Composed {
  const definitions = services.map(({ name, sdl, url = "" }) => ({
    name,
    typeDefs: parse(sdl),
    url,
  }));
  const result = composeServices(definitions);
  if (result.errors) throw new CompositionError(result.errors.map(describeError).join("\n"));
  return { supergraph: `${result.supergraphSdl}\n`, hints: result.hints.map(describeHint) };
}

const describeError = ({ message, extensions }: GraphQLError): string =>
  typeof extensions["code"] === "string" ? `${extensions["code"]}: ${message}` : message;

type Hint = NonNullable<ReturnType<typeof composeServices>["hints"]>[number];

const describeHint = ({ definition, message }: Hint): string => `${definition.code}: ${message}`;
