import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  CALL_HEADER,
  CallRefused,
  createCallVerifier,
  type VerifiedCall,
} from "../call-signature.ts";
import type { ServiceLog } from "../service/service-definition.ts";

export interface SigningSecrets {
  /** Shared by the gateway and all services; at least 32 bytes. */
  readonly secret: string;
  /** Still accepted while the secret is being replaced. */
  readonly previousSecret?: string;
}

export interface Signing {
  readonly secrets: SigningSecrets;
  readonly audience: string;
  readonly log: ServiceLog;
}

const verified = new WeakMap<FastifyRequest, VerifiedCall>();

/** Who asks, of a request that has passed `refuseUnsigned`. */
export function verifiedCall(request: FastifyRequest): VerifiedCall {
  const call = verified.get(request);
  if (!call) throw new CallRefused("It is not signed");
  return call;
}

/** No route of this scope runs for a call that is not signed; the answer does not say why. */
export function refuseUnsigned(server: FastifyInstance, { secrets, audience, log }: Signing): void {
  const verify = createCallVerifier({ ...secrets, audience });
  const admit = (request: FastifyRequest, body: string | Uint8Array) => {
    const { method, url: path, headers } = request;
    verified.set(request, verify({ method, path, body, header: headers[CALL_HEADER] }));
  };
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof CallRefused) {
      log.info({ reason: error.message, path: pathOf(request) }, "refused a call");
      return reply.code(401).send({ errors: [refusal] });
    }
    if (isFaultOfTheCall(error)) return reply.send(error);
    log.error({ err: error, path: pathOf(request) }, "unexpected error");
    return reply.code(500).send({ errors: [internalError] });
  });
  readSigned(server, admit);
  server.addHook("onRequest", (request, _reply, done) => {
    if (request.method === "GET") admit(request, "");
    done();
  });
  server.addHook("preHandler", (request, _reply, done) => {
    verifiedCall(request);
    done();
  });
}

/** Without its query, which may hold the token of an upload. */
const pathOf = ({ url }: FastifyRequest): string => url.split("?", 1)[0] ?? "";

/** A body is read only where the signature covers it: JSON, or the bytes of a file. */
function readSigned(
  server: FastifyInstance,
  admit: (request: FastifyRequest, body: string | Uint8Array) => void,
): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    (request, body: string, done) => {
      try {
        admit(request, body);
        done(null, JSON.parse(body));
      } catch (error) {
        done(error instanceof CallRefused ? error : badJson());
      }
    },
  );
  server.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer" },
    (request, body: Buffer, done) => {
      try {
        admit(request, body);
        done(null, body);
      } catch (error) {
        done(error instanceof Error ? error : new CallRefused("It cannot be read"));
      }
    },
  );
}

const refusal = {
  message: "Only the gateway may call this",
  extensions: { code: "UNAUTHENTICATED" },
};

/** Too large, not JSON, of another type: Fastify says so with a status below 500. */
const isFaultOfTheCall = (error: unknown): boolean =>
  error instanceof Error &&
  "statusCode" in error &&
  typeof error.statusCode === "number" &&
  error.statusCode < 500;

const internalError = {
  message: "Internal error",
  extensions: { code: "INTERNAL_SERVER_ERROR" },
};

const badJson = () => Object.assign(new Error("The body is no JSON"), { statusCode: 400 });
