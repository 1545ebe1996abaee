import { invalid, limitExceeded } from "@convene/shared/errors";
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { fixedCost } from "../limit/cost.ts";
import type { Limits } from "../limit/limits.ts";
import { AnswerSize } from "./answer-size.ts";
import { CanonicalForm, TYPENAME } from "./canonical.ts";
import { collectFields, type PublicGraph, type Selecting } from "./collect-fields.ts";
import { type LiveOperation, liveOperation } from "./live-operation.ts";
import { type ObjectShape, shapeOf } from "./shape.ts";

/** Combinations of `@include` and `@skip` that are kept for one operation. */
const KEPT_FORMS = 32;

type Variables = Readonly<Record<string, unknown>>;

/** An operation with its conditions decided. */
export interface OperationForm {
  /** What the planner is given in place of the client's document; null when it has no part in it. */
  readonly planned: DocumentNode | null;
  /** What the gateway answers from the schema alone: `__schema` and `__type`. */
  readonly introspection: DocumentNode | null;
  readonly shape: ObjectShape;
  readonly size: AnswerSize;
  /** What it costs beside the objects of its answer. */
  readonly fixedCost: number;
}

/** What is executed, and what it costs. */
export interface PricedForm {
  readonly form: OperationForm;
  readonly cost: number;
}

/** One operation of a valid document, made ready once. */
export class PreparedOperation {
  /** Null for what is no subscription. */
  readonly live: LiveOperation | null;
  readonly operation: OperationDefinitionNode;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly conditions: readonly string[];
  private readonly forms = new Map<string, OperationForm>();

  constructor(
    private readonly graph: PublicGraph,
    document: DocumentNode,
    given: OperationDefinitionNode,
  ) {
    this.live = liveOperation(given);
    this.operation = this.live?.query ?? given;
    this.fragments = fragmentsOf(document);
    this.conditions = conditionsOf(document);
  }

  get variableDefinitions(): readonly VariableDefinitionNode[] {
    return this.operation.variableDefinitions ?? [];
  }

  /** `variables` as coerced. Throws `LIMIT_EXCEEDED`. */
  price(variables: Variables, limits: Limits): PricedForm {
    const form = this.formFor(variables, limits);
    const objects = form.size.count(variables);
    if (objects > limits.objects) {
      throw limitExceeded(
        `The answer could hold more than ${limits.objects} objects: ask for smaller pages`,
      );
    }
    return { form, cost: form.fixedCost + objects };
  }

  private formFor(variables: Variables, limits: Limits): OperationForm {
    const key = this.conditions.map((name) => (variables[name] === true ? "1" : "0")).join("");
    const known = this.forms.get(key);
    if (known) return known;
    const selecting = { ...this.graph, fragments: this.fragments, conditions: variables };
    const form = this.make(selecting, limits);
    if (this.forms.size < KEPT_FORMS) this.forms.set(key, form);
    return form;
  }

  private make(selecting: Selecting, { fields, breadth }: Limits): OperationForm {
    const { operation } = this;
    const root = rootOf(selecting.schema, operation);
    const canonical = new CanonicalForm(selecting, fields);
    const selectionSet = canonical.selection(root, [operation.selectionSet]);
    const { directives: _, ...rest } = operation;
    const planned = selectionSet.selections.filter((selection) => selection !== TYPENAME).length;
    const schemaFields = this.schemaFieldsOf(selecting, root);
    const introspection = schemaFields.length;
    if (planned + introspection > breadth) {
      throw limitExceeded(`A request may not ask for more than ${breadth} fields at the root`);
    }
    return {
      planned:
        planned > 0 ? { kind: Kind.DOCUMENT, definitions: [{ ...rest, selectionSet }] } : null,
      introspection: introspection > 0 ? this.introspectionOf(schemaFields) : null,
      shape: shapeOf(selecting, root, [operation]),
      size: new AnswerSize(selecting.schema, root, selectionSet),
      fixedCost: fixedCost({ operation: operation.operation, planned, introspection }),
    };
  }

  private schemaFieldsOf(selecting: Selecting, root: GraphQLObjectType): readonly FieldNode[] {
    return [...collectFields(selecting, root, [this.operation.selectionSet]).values()]
      .flat()
      .filter(({ name }) => name.value === "__schema" || name.value === "__type");
  }

  private introspectionOf(selections: readonly FieldNode[]): DocumentNode {
    const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
    const definitions = [{ ...this.operation, selectionSet }, ...this.fragments.values()];
    return { kind: Kind.DOCUMENT, definitions };
  }
}

function rootOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLObjectType {
  const root = schema.getRootType(operation);
  if (!root || operation === OperationTypeNode.SUBSCRIPTION) {
    throw invalid("query", `This graph has no ${operation}s`);
  }
  return root;
}

const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

/** The variables on which it depends what is selected. */
function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      for (const { value } of node.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
    },
  });
  return [...names];
}
