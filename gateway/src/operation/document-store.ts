import { limitExceeded } from "@convene/shared/errors";
import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  Kind,
  type GraphQLFormattedError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
  type VariableDefinitionNode,
} from "graphql";
import { requestFault } from "../error/client-error.ts";
import { limitRules } from "../limit/limit-rules.ts";
import type { Limits } from "../limit/limits.ts";
import { limitLiterals } from "../limit/nesting.ts";
import type { PublicGraph } from "./collect-fields.ts";
import { PreparedOperation } from "./prepared-operation.ts";
import { reservedNamesRule } from "./reserved-names.ts";

/** Documents that are kept, and how many characters each may have at most: 16 MB of text. */
const KEPT = 250;
const LONGEST_KEPT = 16_000;

/** Errors of one document that are told. */
const TOLD = 20;

export interface DocumentRules {
  readonly limits: Limits;
  /** Whether clients may read the schema, and are told of names that are like theirs. */
  readonly introspection: boolean;
}

/** A document that may be executed. */
export class ValidDocument {
  private readonly operations = new Map<string | undefined, PreparedOperation>();

  constructor(
    private readonly graph: PublicGraph,
    private readonly document: DocumentNode,
  ) {}

  /** Undefined when it has no such operation, or several and none is named. */
  operation(name: string | undefined): PreparedOperation | undefined {
    const known = this.operations.get(name);
    if (known) return known;
    const operation = getOperationAST(this.document, name);
    if (!operation) return undefined;
    const prepared = new PreparedOperation(this.graph, this.document, operation);
    this.operations.set(name, prepared);
    return prepared;
  }

  /** Throws `LIMIT_EXCEEDED` where an operation could never be asked in full. */
  costs(limits: Limits): ReadonlyMap<string, number> {
    const operations = this.document.definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    return new Map(
      operations.flatMap(({ name }) => {
        const prepared = this.operation(name?.value);
        if (!prepared) return [];
        const { cost } = prepared.price(largest(prepared.variableDefinitions), limits);
        return [[name?.value ?? "", cost]];
      }),
    );
  }
}

/** Larger pages are refused, also where a variable says how large. */
const LARGEST_PAGE = 100;

/** As large as variables can make it: each number is a page, and nothing is left out. */
const largest = (definitions: readonly VariableDefinitionNode[]) =>
  Object.fromEntries(
    definitions.map(({ variable, type }) => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      const isInt = named.kind === Kind.NAMED_TYPE && named.name.value === "Int";
      return [variable.name.value, isInt ? LARGEST_PAGE : undefined];
    }),
  );

export type Checked = ValidDocument | readonly GraphQLFormattedError[];

/** Parses and validates the documents of clients, within the limits, and keeps the valid ones. */
export class DocumentStore {
  private readonly trusted = new Map<string, ValidDocument>();
  private readonly kept = new Map<string, ValidDocument>();
  private readonly limitRules: readonly ValidationRule[];
  private readonly rules: readonly ValidationRule[];

  constructor(
    private readonly graph: PublicGraph,
    private readonly given: DocumentRules,
  ) {
    this.limitRules = limitRules(given.limits);
    const closed = given.introspection ? [] : [NoSchemaIntrospectionCustomRule];
    this.rules = [...specifiedRules, reservedNamesRule, ...closed];
  }

  /** @returns what each of its operations costs at the most, by name */
  trust(query: string): ReadonlyMap<string, number> {
    const document = this.make(query);
    if (!(document instanceof ValidDocument)) {
      throw new Error(document.map(({ message }) => message).join("; "));
    }
    this.trusted.set(query, document);
    return document.costs(this.given.limits);
  }

  check(query: string): Checked {
    const trusted = this.trusted.get(query);
    if (trusted) return trusted;
    const known = this.kept.get(query);
    if (known) {
      this.kept.delete(query);
      this.kept.set(query, known);
      return known;
    }
    const checked = this.make(query);
    if (checked instanceof ValidDocument && query.length <= LONGEST_KEPT) this.keep(query, checked);
    return checked;
  }

  private keep(query: string, document: ValidDocument): void {
    this.kept.set(query, document);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  private make(query: string): Checked {
    let document: DocumentNode;
    try {
      document = parseWithin(query, this.given.limits);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [requestFault(error, "GRAPHQL_PARSE_FAILED")];
    }
    const { schema } = this.graph;
    const beyond = validate(schema, document, this.limitRules, { maxErrors: 1 });
    const errors = beyond.length > 0 ? beyond : validate(schema, document, this.rules, options);
    if (errors.length === 0) return new ValidDocument(this.graph, document);
    return errors.map((error) => this.fault(error, document));
  }

  private fault(error: GraphQLError, document: DocumentNode): GraphQLFormattedError {
    const fault = requestFault(error, "GRAPHQL_VALIDATION_FAILED", document);
    if (this.given.introspection) return fault;
    return { ...fault, message: fault.message.replace(/ Did you mean .*\?$/, "") };
  }
}

const options = { maxErrors: TOLD };

function parseWithin(query: string, limits: Limits): DocumentNode {
  try {
    const document = parse(query, { maxTokens: limits.tokens, noLocation: false });
    limitLiterals(document, limits.nesting);
    return document;
  } catch (error) {
    const tooDeep = error instanceof RangeError;
    const tooLong = error instanceof GraphQLError && /more that? \d+ tokens/.test(error.message);
    if (tooDeep) throw limitExceeded("The document is nested too deeply");
    if (tooLong) throw limitExceeded(`A document may not have more than ${limits.tokens} tokens`);
    throw error;
  }
}
