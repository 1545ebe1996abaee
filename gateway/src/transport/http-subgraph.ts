import type { SubgraphCall, SubgraphExecutor } from "@convene/shared/subgraph/subgraph-call";
import {
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  print,
} from "graphql";
import { errors } from "undici";
import { z } from "zod";
import type { SignedClient, SignedRequest, SignedResponse } from "./signed-client.ts";

const resultSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .optional(),
});

const PATH = "/graphql";

/** A subgraph in another process, called over HTTP. */
export class HttpSubgraph implements SubgraphExecutor {
  private readonly path: string;

  constructor(private readonly client: SignedClient) {
    const { secret, url } = client.address;
    this.path = secret === null ? pathOf(new URL(url)) : PATH;
  }

  async execute(call: SubgraphCall): Promise<ExecutionResult> {
    const { document, operationName, variables, viewer, requestId, client, signal } = call;
    const body = JSON.stringify({ query: call.query ?? print(document), variables, operationName });
    const asked = { viewer, requestId, client: client ?? null };
    const request = { method: "POST", path: this.path, body, ...asked } as const;
    const isQuery = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
    const response = await this.send({ ...request, ...(signal && { signal }) }, isQuery);
    if (response.status !== 200) throw new Error(`It answered ${response.status}`);
    return read(response);
  }

  /** A query whose connection broke, as when a replica is replaced, is asked once more. */
  private async send(request: SignedRequest, isQuery: boolean): Promise<SignedResponse> {
    try {
      return await this.client.send(request);
    } catch (error) {
      if (!isQuery || !(error instanceof errors.SocketError || isReset(error))) throw error;
      return this.client.send(request);
    }
  }
}

/** Convene's services answer at one path; a stranger's address has its own. */
const pathOf = ({ pathname, search }: URL): string => pathname + search;

function read({ text }: SignedResponse): ExecutionResult {
  const { data, errors: told } = resultSchema.parse(JSON.parse(text));
  return {
    ...(data !== undefined && { data }),
    ...(told && { errors: told.map(({ message, ...rest }) => new GraphQLError(message, rest)) }),
  };
}

const isReset = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ECONNRESET";
