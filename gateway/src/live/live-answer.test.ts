import { AppError } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { OperationTypeNode } from "graphql";
import type { GatewayRequest } from "../http/message.ts";
import { Budgets, noBudgets } from "../limit/budget.ts";
import { LiveAnswers } from "./live-answer.ts";
import { LiveHub } from "./live-hub.ts";

/** As far as its rules go, time passes a thousand times as fast. */
const PACE = { beat: 15, gap: 1, askedAnew: 60 };

const member = (groups: Viewer["groups"] = [{ id: "wg_1", role: "MEMBER" }]): Viewer => ({
  ...{ kind: "account", id: "acc_1", person: "per_1", platform: [], scopes: [] },
  ...{ organisations: [], networks: [], groups },
});

const COMPLETE = "event: complete\ndata: \n\n";

/** A subscription to one meeting whose title and viewer the test says. */
function subscribed(client = new AbortController()) {
  let tell: (id: string | null) => void = () => undefined;
  const hub = new LiveHub({
    meetings: {
      follow: (heard) => {
        tell = heard;
        return () => undefined;
      },
    },
  });
  const world = {
    title: "First",
    viewer: (): Viewer | null => member(),
    asked: [] as (Viewer | null)[],
  };
  const answers = new LiveAnswers({
    answering: {
      answer: (_: unknown, { viewer }: { viewer: Viewer | null }) => {
        world.asked.push(viewer);
        const isSeen = (viewer?.groups.length ?? 0) > 0;
        return Promise.resolve({
          data: { meetingChanged: isSeen ? { title: world.title } : null },
        });
      },
    } as never,
    authentication: { viewer: () => Promise.resolve().then(world.viewer) } as never,
    budgets: new Budgets(noBudgets),
    hub,
    pace: PACE,
  });
  const asking = { client: {}, headers: {}, signal: client.signal } as unknown as GatewayRequest;
  const question = { type: OperationTypeNode.SUBSCRIPTION, cost: 1, watched: "mtg_1" } as never;
  const { events } = answers.open({ asking, question, viewer: member(), requestId: "r" });
  if (!events) throw new Error("It was refused");
  const stream = events[Symbol.asyncIterator]();
  /** The next event but signs of life; undefined at the end. */
  const next = async (): Promise<string | undefined> => {
    for (;;) {
      const { done, value } = await stream.next();
      if (done === true) return undefined;
      if (value !== ":\n\n") return value;
    }
  };
  const told = (id: string | null) => {
    tell(id);
  };
  return { world, hub, next, beat: () => stream.next(), tell: told };
}

const titled = (title: string) =>
  `event: next\ndata: ${JSON.stringify({ data: { meetingChanged: { title } } })}\n\n`;
const GONE = `event: next\ndata: ${JSON.stringify({ data: { meetingChanged: null } })}\n\n`;

it("tells a client that reads slowly the latest state, not each in between", async () => {
  const { world, next, tell } = subscribed();
  expect(await next()).toBe(titled("First"));
  for (let n = 0; n < 1_000; n += 1) {
    world.title = `Title ${n}`;
    tell("mtg_1");
  }
  expect(await next()).toBe(titled("Title 999"));
  expect(world.asked).toHaveLength(2);
});

it("says nothing of changes to other things, nor of those that do not show", async () => {
  const { world, beat, tell } = subscribed();
  await beat();
  world.title = "Changed, but told of another";
  tell("mtg_2");
  expect((await beat()).value).toBe(":\n\n");
  expect(world.asked).toHaveLength(1);
  world.title = "First";
  tell("mtg_1");
  expect((await beat()).value).toBe(":\n\n");
  expect(world.asked).toHaveLength(2);
});

it("asks anew where a connection was lost, and after a while whatever happens", async () => {
  const { world, next, tell } = subscribed();
  await next();
  world.title = "While nobody heard";
  tell(null);
  expect(await next()).toBe(titled("While nobody heard"));
  world.title = "Of which nobody told";
  expect(await next()).toBe(titled("Of which nobody told"));
});

it("ends for whom the meeting is hidden once a role was taken away, though nothing changed", async () => {
  const { world, next } = subscribed();
  await next();
  world.viewer = () => member([]);
  expect(await next()).toBe(GONE);
  expect(await next()).toBe(COMPLETE);
  expect(await next()).toBeUndefined();
});

it.each<[string, () => Viewer | null]>([
  ["has signed out", () => null],
  ["is somebody else by now", () => ({ ...member(), id: "acc_2" })],
  [
    "has a token that has expired",
    () => {
      throw new AppError("UNAUTHENTICATED", "It has expired");
    },
  ],
  ["has a key that may read no more", () => ({ ...member(), kind: "key", scopes: [] })],
])("ends for a viewer who %s, and answers them no more", async (_, viewer) => {
  const { world, next } = subscribed();
  await next();
  world.viewer = viewer;
  expect(await next()).toBe(COMPLETE);
  expect(world.asked).toHaveLength(1);
});

it("ends when the gateway closes, and when the client goes away", async () => {
  const closed = subscribed();
  await closed.next();
  closed.hub.close();
  expect(await closed.next()).toBe(COMPLETE);
  const client = new AbortController();
  const left = subscribed(client);
  await left.next();
  client.abort();
  expect(await left.next()).toBe(COMPLETE);
});
