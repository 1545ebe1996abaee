import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  type AuthDoor,
  authRequestSchema,
  cookieSchema,
  grantIdSchema,
  keySchema,
} from "../auth-door.ts";
import { AppError } from "../errors.ts";
import { FROM_THE_START } from "../outbox/change-feed.ts";
import { type PageDoor, pageRequestSchema } from "../page/page-door.ts";
import { subjectSchema } from "../personal-data/personal-table.ts";
import type { Service } from "../service/service.ts";
import { verifiedCall } from "./signed-call.ts";

export const CHANGES_PATH = "/internal/changes";
const CLAIMS_PATH = "/internal/claims";
const AUTH_PATH = "/internal/auth";
const SESSION_PATH = "/internal/session";
const KEY_PATH = "/internal/key";
const GRANT_PATH = "/internal/grant";
const TOKEN_KEYS_PATH = "/internal/token-keys";
export const PAGE_OWNER_PATH = "/internal/page-owner";
export const PAGE_PATH = "/internal/page";
export const PERSONAL_DATA_PATH = "/internal/personal-data";

const changesQuery = z.object({
  after: z.string().default(FROM_THE_START),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});
const claimsQuery = z.object({ person: z.string().min(1).max(100) });

export type InternalService = Pick<Service, "changesAfter" | "claims"> &
  Partial<Pick<Service, "auth" | "pages" | "personalData">>;

/** What services ask of each other; absent from the SDL, signed like every other call. */
export function serveInternal(server: FastifyInstance, service: InternalService): void {
  server.get(CHANGES_PATH, async (request, reply) => {
    const query = changesQuery.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ error: z.prettifyError(query.error) });
    try {
      return await service.changesAfter(query.data.after, query.data.limit);
    } catch (error) {
      if (error instanceof AppError) return reply.code(400).send({ error: error.message });
      throw error;
    }
  });
  server.get(CLAIMS_PATH, async (request, reply) => {
    const query = claimsQuery.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ error: z.prettifyError(query.error) });
    return service.claims(query.data.person);
  });
  servePersonalData(server, service);
  if (service.pages) servePages(server, service.pages);
  if (service.auth) serveAuth(server, service.auth);
}

/** To whoever the service says may have it; everybody else is told nothing at all. */
function servePersonalData(server: FastifyInstance, service: InternalService): void {
  server.post(PERSONAL_DATA_PATH, async (request, reply) => {
    const subject = subjectSchema.safeParse(request.body);
    if (!subject.success) return reply.code(400).send({ error: z.prettifyError(subject.error) });
    const { viewer, requestId, client } = verifiedCall(request);
    try {
      return await service.personalData?.(viewer, subject.data, { requestId, client });
    } catch (error) {
      if (error instanceof AppError) return reply.code(403).send({ error: error.message });
      throw error;
    }
  });
}

/** Links hold secrets, so they stand in the body, which nobody logs. */
function servePages(server: FastifyInstance, pages: PageDoor): void {
  const pathSchema = pageRequestSchema.pick({ path: true });
  server.post(PAGE_OWNER_PATH, async (request, reply) => {
    const asked = pathSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ error: z.prettifyError(asked.error) });
    return { owner: await pages.owner(asked.data.path) };
  });
  server.post(PAGE_PATH, async (request, reply) => {
    const asked = pageRequestSchema.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ error: z.prettifyError(asked.error) });
    return pages.answer(verifiedCall(request).viewer, asked.data);
  });
}

/** Sign-in, of the one service that has it. */
function serveAuth(server: FastifyInstance, auth: AuthDoor): void {
  const serve = <T>(path: string, asked: z.ZodType<T>, answer: (asked: T) => Promise<object>) => {
    server.post(path, async (request, reply) => {
      const parsed = asked.safeParse(request.body);
      if (!parsed.success) return reply.code(400).send({ error: z.prettifyError(parsed.error) });
      return reply.send(await answer(parsed.data));
    });
  };
  serve(AUTH_PATH, authRequestSchema, (request) => auth.answer(request));
  serve(SESSION_PATH, cookieSchema, async ({ cookie }) => ({
    session: await auth.session(cookie),
  }));
  serve(KEY_PATH, keySchema, async ({ key }) => ({ holder: await auth.key(key) }));
  serve(GRANT_PATH, grantIdSchema, async ({ id }) => ({ grant: await auth.grant(id) }));
  serve(TOKEN_KEYS_PATH, z.object({}), () => auth.tokenKeys());
}
