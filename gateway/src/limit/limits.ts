/** What one request of a client may ask for. Beyond any of these it is refused: `LIMIT_EXCEEDED`. */
export interface Limits {
  /** Bytes of the body, and of the query string of a GET. */
  readonly body: number;
  /** Tokens of the document, as the lexer counts them. */
  readonly tokens: number;
  /** How deep selections go below each other. */
  readonly depth: number;
  /** Fields at the root, each with its answer: a page of a browser asks for a few. */
  readonly breadth: number;
  readonly aliases: number;
  readonly directives: number;
  /** How deep lists and objects go in one literal or in the variables. */
  readonly nesting: number;
  /** Fields of the operation with its fragments written out. */
  readonly fields: number;
  /** Objects that the answer may hold when every page is full. */
  readonly objects: number;
  /** Milliseconds in which it is answered; what is not there by then is left out. */
  readonly time: number;
}

/**
 * Room for the largest questions that the product itself asks, several times over: an introspection
 * query has 250 tokens and depth 14; meetings, groups, members, agenda, presenters, their practices
 * and partners, in pages of 100 where it matters, have 500 tokens, depth 12 and 60,000 objects.
 */
export const defaultLimits: Limits = {
  body: 1024 * 1024,
  tokens: 2_500,
  depth: 20,
  breadth: 30,
  aliases: 50,
  directives: 50,
  nesting: 16,
  fields: 2_000,
  objects: 250_000,
  time: 20_000,
};

/** For a gateway that nobody reaches but those who try it out. */
export const noLimits: Limits = {
  body: Infinity,
  tokens: Infinity,
  depth: Infinity,
  breadth: Infinity,
  aliases: Infinity,
  directives: Infinity,
  nesting: Infinity,
  fields: Infinity,
  objects: Infinity,
  time: Infinity,
};
