import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { AppError, ERROR_CODES } from "../errors.ts";
import type { UploadEnd, UploadLink, UploadPart, Uploads } from "../upload/uploads.ts";

const UPLOADS_PATH = "/internal/uploads";

const word = z.string().min(1).max(100);
const link = { id: word, token: word };
const linkSchema = z.object(link);
const partSchema = z.object({
  ...link,
  upload: word,
  position: z.coerce.number().int().min(0).max(1_000),
});
const endSchema = z.object({ ...link, upload: word, parts: z.int().min(0), size: z.int().min(0) });

/** What a service says to a file that it does not take. */
export const uploadRefusal = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  field: z.string().optional(),
});

/** The path of a part, whose bytes are the body. */
export const partPath = ({ id, token, upload, position }: Omit<UploadPart, "bytes">): string => {
  const query = new URLSearchParams({ id, token, upload, position: String(position) });
  return `${UPLOADS_PATH}/part?${query.toString()}`;
};

export const LINK_PATH = `${UPLOADS_PATH}/link`;
export const END_PATH = `${UPLOADS_PATH}/end`;

/** Files that the gateway passes on, part by part, so that each part is signed as a whole. */
export function serveUploads(server: FastifyInstance, uploads: Uploads | null): void {
  if (!uploads) return;
  server.post(LINK_PATH, async (request, reply) => {
    const given = linkSchema.safeParse(request.body);
    if (!given.success) return reply.code(400).send(UNREADABLE);
    return answer(reply, () => uploads.check(given.data satisfies UploadLink));
  });
  server.post(`${UPLOADS_PATH}/part`, async (request, reply) => {
    const part = partSchema.safeParse(request.query);
    const { body } = request;
    if (!part.success || !Buffer.isBuffer(body)) return reply.code(400).send(UNREADABLE);
    return answer(reply, () => uploads.put({ ...part.data, bytes: body }));
  });
  server.post(END_PATH, async (request, reply) => {
    const end = endSchema.safeParse(request.body);
    if (!end.success) return reply.code(400).send(UNREADABLE);
    return answer(reply, () => uploads.finish(end.data satisfies UploadEnd));
  });
}

const UNREADABLE = { code: "BAD_USER_INPUT", message: "This is no part of a file" };

async function answer(reply: FastifyReply, work: () => Promise<void>) {
  try {
    await work();
    return await reply.code(204).send();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, field } = error.extensions;
    return reply.code(422).send({ code, field, message: error.message });
  }
}
