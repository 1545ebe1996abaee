import type { Connection, ConnectionArgs } from "@convene/shared/connection/connection";
import { list } from "@convene/shared/connection/list";
import type { OnceRequest } from "@convene/shared/database/idempotency";
import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { conflict, forbidden, invalid, limitExceeded } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { type DataSource, In, MoreThan } from "typeorm";
import { MessageBlock } from "../message/message-block.entity.ts";
import { mayWriteAgain, MESSAGE_LIMITS } from "../message/message-limit.value.ts";
import { lockOrganisation } from "../organisation/organisation.repository.ts";
import { Person } from "../person/person.entity.ts";
import { announceIntroduction } from "./introduction-notice.service.ts";
import { IntroductionRequest } from "./introduction-request.entity.ts";
import { IntroductionAnswer, IntroductionState } from "./introduction-request.enum.ts";
import type {
  AnswerIntroductionInput,
  RequestIntroductionInput,
  TellIntroductionOutcomeInput,
} from "./introduction-request.inputs.ts";
import {
  canAnswer,
  canRequest,
  canSeeResults,
  isAsked,
  seeEachOther,
  sideOf,
} from "./introduction-request.policy.ts";
import {
  countResults,
  introductionVisibleTo,
  lockIntroduction,
  type Parties,
  partiesOf,
} from "./introduction-request.repository.ts";
import type { IntroductionResults } from "./introduction-request.type.ts";

const NEWEST_FIRST = [
  { column: "t.created_at", direction: "DESC", type: "timestamptz" },
  { column: "t.id", direction: "DESC", type: "text" },
] as const;

const { ASKED, PASSED_ON, ACCEPTED, DECLINED } = IntroductionState;

export class IntroductionRequestService {
  constructor(
    private readonly db: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** What the viewer's organisations have asked, and what has come to them; the latest first. */
  list(viewer: Viewer | null, args: ConnectionArgs): Promise<Connection<IntroductionRequest>> {
    const where = [introductionVisibleTo(viewer)];
    return list(this.db.manager, { entity: IntroductionRequest, order: NEWEST_FIRST, where }, args);
  }

  /** Null where the viewer may not see what becomes of those of others. */
  results(viewer: Viewer | null, since: string | null): Promise<IntroductionResults | null> {
    return canSeeResults(viewer) ? countResults(this.db.manager, since) : Promise.resolve(null);
  }

  /** @throws NOT_FOUND; FORBIDDEN; BAD_USER_INPUT; CONFLICT; LIMIT_EXCEEDED */
  request(viewer: Viewer, input: RequestIntroductionInput): Promise<IntroductionRequest> {
    return this.once(viewer, { mutation: "requestIntroduction", input }, (tx) =>
      ask(tx, viewer, input),
    );
  }

  /** @throws NOT_FOUND; FORBIDDEN; CONFLICT where it is decided, or the three see each other no more */
  answer(viewer: Viewer, input: AnswerIntroductionInput): Promise<IntroductionRequest> {
    return this.once(viewer, { mutation: "answerIntroduction", input }, (tx) =>
      decide(tx, viewer, input),
    );
  }

  /** @throws NOT_FOUND; FORBIDDEN for whoever was not introduced */
  tellOutcome(viewer: Viewer, input: TellIntroductionOutcomeInput): Promise<IntroductionRequest> {
    return this.once(viewer, { mutation: "tellIntroductionOutcome", input }, async (tx) => {
      const request = await lockIntroduction(tx, viewer, input.introduction);
      const side = sideOf(viewer, request);
      if (side === null) throw forbidden("Only those who were introduced can tell");
      request[`${side}Outcome`] = input.outcome;
      return tx.manager.save(request);
    });
  }

  private once(
    viewer: Viewer,
    change: Pick<OnceRequest<IntroductionRequest>, "mutation" | "input">,
    work: (tx: Transaction) => Promise<IntroductionRequest>,
  ): Promise<IntroductionRequest> {
    return this.transactions.write((tx) =>
      tx.once({
        viewer,
        ...change,
        first: () => work(tx),
        again: (id) => lockIntroduction(tx, viewer, id),
      }),
    );
  }
}

async function ask(tx: Transaction, viewer: Viewer, input: RequestIntroductionInput) {
  // In one order, so that two of them never wait for each other.
  const ids = [...new Set([input.seeker, input.over, input.target])].sort();
  for (const id of ids) await lockOrganisation(tx, viewer, id);
  if (!canRequest(viewer, input.seeker)) {
    throw forbidden("Only owners and editors of the organisation ask for introductions");
  }
  const text = requiredText("text", input.text, 2_000);
  if (ids.length < 3) throw invalid("over", "An introduction is between three organisations");
  const made = draftOf(input, { authorId: viewer.person ?? "", text });
  const parties = await partiesOf(tx, made);
  if (!parties || !seeEachOther(Object.values(parties))) {
    throw invalid("over", "The three do not all see each other, so it cannot introduce you");
  }
  await expectWithinLimits(tx, made);
  await expectNoneOpen(tx, made);
  return hand(tx, made, { parties, to: made.overId, by: made.authorId });
}

const draftOf = (
  { seeker, over, target }: RequestIntroductionInput,
  written: Pick<IntroductionRequest, "authorId" | "text">,
): IntroductionRequest =>
  Object.assign(new IntroductionRequest(), {
    id: newId("itr"),
    ...written,
    ...{ seekerId: seeker, overId: over, targetId: target },
    ...{ state: ASKED, withheldFrom: [], isTakenDown: false, createdAt: new Date() },
    ...{ passedOnAt: null, decidedAt: null, followedUpAt: null },
    ...{ seekerOutcome: null, targetOutcome: null },
  });

/** One after the other, so that the count holds; as many as letters. */
async function expectWithinLimits(tx: Transaction, made: IntroductionRequest): Promise<void> {
  const { authorId, overId, createdAt: now } = made;
  if (!(await tx.lock(Person, authorId))) throw forbidden("Only people ask for introductions");
  const longest = Math.max(...MESSAGE_LIMITS.map(({ within }) => within));
  const createdAt = MoreThan(new Date(now.getTime() - longest));
  const written = await tx.manager.findBy(IntroductionRequest, { authorId, createdAt });
  const sent = written.map((one) => ({ toId: one.overId, createdAt: one.createdAt }));
  if (mayWriteAgain(sent, overId, now)) return;
  throw limitExceeded("These are many requests in a short time: ask again later");
}

async function expectNoneOpen({ manager }: Transaction, made: IntroductionRequest): Promise<void> {
  const { seekerId, overId, targetId } = made;
  const where = { seekerId, overId, targetId, state: In([ASKED, PASSED_ON]) };
  if (!(await manager.existsBy(IntroductionRequest, where))) return;
  throw conflict("It has been asked already, and waits for an answer");
}

async function decide(tx: Transaction, viewer: Viewer, input: AnswerIntroductionInput) {
  const request = await lockIntroduction(tx, viewer, input.introduction);
  if (!canAnswer(viewer, request)) {
    if (isAsked(viewer, request)) throw conflict("It has been answered");
    throw forbidden("It waits for the answer of somebody else");
  }
  const parties = await partiesOf(tx, request);
  const by = viewer.person;
  if (
    input.answer === IntroductionAnswer.ACCEPT &&
    (!parties || !seeEachOther(Object.values(parties)))
  ) {
    throw conflict("The three do not all see each other any more");
  }
  const isPassedOn = input.answer === IntroductionAnswer.ACCEPT && request.state === ASKED;
  if (isPassedOn && parties) {
    Object.assign(request, { state: PASSED_ON, passedOnAt: new Date() });
    return hand(tx, request, { parties, to: request.targetId, by });
  }
  request.state = input.answer === IntroductionAnswer.ACCEPT ? ACCEPTED : DECLINED;
  request.decidedAt = new Date();
  await tx.manager.save(request);
  if (parties) await announceIntroduction(tx, request, { parties, by });
  return request;
}

interface Handing {
  readonly parties: Parties;
  readonly to: string;
  readonly by: string | null;
}

/** To the next whose turn it is; where they have blocked its author they hear nothing of it. */
async function hand(
  tx: Transaction,
  request: IntroductionRequest,
  { parties, to, by }: Handing,
): Promise<IntroductionRequest> {
  const isBlocked = { ownerId: to, blockedId: request.authorId };
  if (await tx.manager.existsBy(MessageBlock, isBlocked)) request.withheldFrom.push(to);
  await tx.manager.save(request);
  await announceIntroduction(tx, request, { parties, by });
  return request;
}
