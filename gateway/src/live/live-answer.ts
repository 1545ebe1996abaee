import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@convene/shared/errors";
import type { Viewer } from "@convene/shared/viewer";
import { type FormattedExecutionResult, OperationTypeNode } from "graphql";
import type { Answering, CheckedQuestion } from "../execution/answering.ts";
import type { GatewayRequest, GatewayResponse } from "../http/message.ts";
import { refuse } from "../http/message.ts";
import { type Budgets, keyOf } from "../limit/budget.ts";
import { requireScope } from "../viewer/api-key.ts";
import type { Authentication } from "../viewer/authentication.ts";
import { Bell } from "./bell.ts";
import type { LiveHub } from "./live-hub.ts";
import { LiveSlots } from "./live-slots.ts";

/** Milliseconds. */
export interface LivePace {
  /** Between signs of life, each with a look at who is asking. */
  readonly beat: number;
  /** Between two events at the least. */
  readonly gap: number;
  /** What nobody tells of, such as the end of a role, is seen when it is asked anew after this long. */
  readonly askedAnew: number;
}

const PACE: LivePace = { beat: 15_000, gap: 100, askedAnew: 60_000 };

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
};

const TOO_MANY = {
  status: 429,
  code: "LIMIT_EXCEEDED",
  message: "Too many subscriptions are open: end one before you begin another",
  headers: { "retry-after": "60" },
};

export interface LiveOptions {
  readonly answering: Answering;
  readonly authentication: Authentication;
  readonly budgets: Budgets;
  readonly hub: LiveHub;
  /** Otherwise a look every 15 seconds, and an answer anew every minute. */
  readonly pace?: LivePace;
}

/** A subscription that was found valid. */
export interface LiveQuestion {
  readonly asking: GatewayRequest;
  readonly question: CheckedQuestion;
  readonly viewer: Viewer | null;
  readonly requestId: string;
}

/**
 * Subscriptions as server-sent events (graphql-sse, "distinct connections mode"). Each event is the
 * answer to an ordinary query of whom the client is at that moment, so what holds for queries holds
 * here; and it is sent only where it differs from the last, so nothing tells of what is hidden.
 */
export class LiveAnswers {
  private readonly slots = new LiveSlots();

  private readonly pace: LivePace;

  constructor(private readonly options: LiveOptions) {
    this.pace = options.pace ?? PACE;
  }

  open(live: LiveQuestion): GatewayResponse {
    const { viewer, asking } = live;
    const release = this.slots.take(keyOf({ viewer, client: asking.client }));
    if (!release) return refuse(TOO_MANY);
    return { status: 200, headers: HEADERS, body: "", events: this.events(live, release) };
  }

  private async *events(live: LiveQuestion, release: () => void): AsyncGenerator<string> {
    const { hub } = this.options;
    const bell = new Bell();
    // Whoever signs out, or loses a role, is looked at again at once.
    const watched = [live.question.watched ?? "", ...(live.viewer ? [live.viewer.id] : [])];
    const stops = watched.map((id) => hub.watch(id, bell.ring));
    const endings = live.asking.signal ? [hub.signal, live.asking.signal] : [hub.signal];
    for (const signal of endings) signal.addEventListener("abort", bell.ring);
    const isOver = () => endings.some(({ aborted }) => aborted);
    try {
      yield* this.untilOver(live, bell, isOver);
      yield "event: complete\ndata: \n\n";
    } finally {
      for (const signal of endings) signal.removeEventListener("abort", bell.ring);
      for (const stop of stops) stop();
      release();
    }
  }

  private async *untilOver(
    live: LiveQuestion,
    bell: Bell,
    isOver: () => boolean,
  ): AsyncGenerator<string> {
    const { beat, gap, askedAnew } = this.pace;
    const state = { last: "", sentAt: 0, askedAt: 0, viewer: "" };
    while (!isOver()) {
      const viewer = await this.viewerNow(live);
      if (viewer === undefined) return;
      const who = JSON.stringify(viewer);
      const isDue = bell.take() || who !== state.viewer || age(state.askedAt) >= askedAnew;
      state.viewer = who;
      const result = isDue ? await this.ask(live, viewer) : null;
      if (typeof result === "number") {
        await pause(result);
        bell.ring();
      } else if (result) {
        state.askedAt = Date.now();
        const text = JSON.stringify(result);
        if (text !== state.last) {
          state.last = text;
          state.sentAt = Date.now();
          yield `event: next\ndata: ${text}\n\n`;
        }
        if (isGone(result)) return;
      }
      if (age(state.sentAt) >= beat) {
        state.sentAt = Date.now();
        yield ":\n\n";
      }
      await bell.wait(Math.max(0, beat - age(state.sentAt)));
      if (!isOver()) await pause(gap);
    }
  }

  /** Undefined once the client is not any more who began: signed out, or expired. */
  private async viewerNow({ asking, viewer }: LiveQuestion): Promise<Viewer | null | undefined> {
    try {
      const now = await this.options.authentication.viewer(asking);
      requireScope(now, OperationTypeNode.QUERY);
      return now?.id === viewer?.id ? now : undefined;
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  /** Or in how many milliseconds there is budget for it. */
  private async ask(
    { question, asking, requestId }: LiveQuestion,
    viewer: Viewer | null,
  ): Promise<FormattedExecutionResult | number> {
    const { answering, budgets } = this.options;
    const { client, signal } = asking;
    const begun = budgets.begin({ viewer, client });
    const spent = begun?.taken === false ? begun : budgets.spend({ viewer, client }, question.cost);
    if (spent?.taken === false) return Math.min(spent.seconds * 1_000, this.pace.beat);
    return answering.answer(question, { viewer, requestId, client, ...(signal && { signal }) });
  }
}

const age = (since: number): number => Date.now() - since;

/** Gone or hidden; where a service does not answer there is an error. */
const isGone = ({ data, errors }: FormattedExecutionResult): boolean =>
  !errors && Object.values(data ?? {}).every((value) => value === null);
