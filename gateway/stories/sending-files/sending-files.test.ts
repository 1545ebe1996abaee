import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { notFound } from "@convene/shared/errors";
import type { UploadPart, Uploads } from "@convene/shared/upload/uploads";
import { type OpenedStory, openGateway } from "../open-gateway.ts";
import { shop } from "../partial-answer/shop.ts";

/** As many as the gateway takes at once. */
const MOST = 32;

const put: UploadPart[] = [];
let checked = 0;
const uploads: Uploads = {
  check: ({ id, token }) => {
    checked += 1;
    return token === "good" ? Promise.resolve() : Promise.reject(notFound("Upload", id));
  },
  put: (part) => {
    put.push(part);
    return Promise.resolve();
  },
  finish: () => Promise.resolve(),
};

let story: OpenedStory;
beforeAll(async () => {
  story = await openGateway({
    services: shop(),
    transport: "in process",
    uploads: { reviews: uploads },
  });
});
afterAll(() => story.close());
beforeEach(() => {
  put.length = 0;
  checked = 0;
});

/** A file of ten bytes, of which one has been sent. */
function begin(token: string) {
  const url = new URL(`/uploads/reviews/imp_1?token=${token}`, story.url);
  const sending = request(url, { method: "PUT", headers: { "content-length": 10 }, agent: false });
  sending.on("error", () => undefined).write("a");
  return { sending, answered: answerOf(sending) };
}

async function answerOf(sending: ClientRequest): Promise<{ status: number; text: string }> {
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
}

it("reads nothing of a file whose link is not good", async () => {
  const { sending, answered } = begin("wrong");
  const { status, text } = await answered;
  expect([status, text]).toEqual([404, expect.stringContaining("NOT_FOUND")]);
  expect(put).toEqual([]);
  sending.destroy();
});

it("takes so many files at once and no more, and the next as soon as one is through", async () => {
  const all = Array.from({ length: MOST }, () => begin("good"));
  while (checked < MOST) await pause(5);
  const refused = await begin("good").answered;
  expect([refused.status, refused.text]).toEqual([503, expect.stringContaining("Too many files")]);
  const [first, ...others] = all;
  first?.sending.end("bcdefghij");
  expect(await first?.answered).toEqual({ status: 201, text: '{"id":"imp_1","bytes":10}' });
  expect(put.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(["abcdefghij"]);
  const next = begin("good");
  next.sending.end("bcdefghij");
  expect((await next.answered).status).toBe(201);
  for (const { sending, answered } of others) {
    answered.catch(() => undefined);
    sending.destroy();
  }
});
