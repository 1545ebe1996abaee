import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, invalid, notFound } from "@convene/shared/errors";
import { optionalText, requiredText } from "@convene/shared/input";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import type { KeptQuestion } from "@convene/shared/join-request/join-question.entity";
import {
  lockGroupToEdit,
  lockInGroup,
  requireEditor,
} from "../working-group/working-group.repository.ts";
import { takesSeats } from "../working-group/working-group-state.policy.ts";
import { allTold } from "./call-notice.feed.ts";
import { InputCall } from "./input-call.entity.ts";
import { publishCalls } from "./input-call.feed.ts";
import { InputCallState } from "./input-call.enum.ts";
import type {
  CallQuestionInput,
  OpenInputCallInput,
  UpdateInputCallInput,
} from "./input-call.inputs.ts";
import { enqueueTellings } from "./input-call.job.ts";
import { canSeeCall } from "./input-call.policy.ts";

const MOST_QUESTIONS = 20;
const LONGEST = 2 * 366 * 86_400_000;

/** Groups ask for input. The group is locked first. */
export class InputCallService {
  constructor(private readonly parts: ServiceParts) {}

  /** @throws CONFLICT (`group`) when it is concluded */
  open(viewer: Viewer, input: OpenInputCallInput): Promise<InputCall> {
    return this.once(viewer, { mutation: "openInputCall", input }, async (tx) => {
      const group = await lockGroupToEdit(tx, viewer, input.group);
      if (!takesSeats(group)) throw conflict("The group is concluded", { field: "group" });
      const call = tx.manager.create(InputCall, {
        ...{ id: newId("icl"), groupId: group.id, told: [], personId: viewer.person },
        ...read(input, new Date()),
      });
      await tx.manager.insert(InputCall, call);
      await enqueueTellings(tx, call);
      await publishCalls(tx, [call.id]);
      return call;
    });
  }

  /** @throws CONFLICT when it is closed */
  update(viewer: Viewer, input: UpdateInputCallInput): Promise<InputCall> {
    return this.once(viewer, { mutation: "updateInputCall", input }, async (tx) => {
      const { row: call, group } = await lockCall(tx, viewer, input.id);
      requireEditor(viewer, group);
      if (call.state === InputCallState.CLOSED) {
        throw conflict(`The call closed at ${call.closesAt.toISOString()}`);
      }
      if (input.title != null) call.title = requiredText("title", input.title);
      if (input.text !== undefined) call.text = optionalText("text", input.text, 10_000);
      const isMoved = input.closesAt != null;
      if (input.closesAt != null) call.closesAt = deadlineFrom(call, input.closesAt);
      const saved = await tx.manager.save(call);
      if (isMoved) await enqueueTellings(tx, saved);
      // Its words stand in what waits to be mailed; one that is closed asks nobody.
      await tx.publish(await allTold(tx.manager, saved));
      await publishCalls(tx, [saved.id]);
      return saved;
    });
  }

  private once(
    viewer: Viewer,
    request: { mutation: string; input: OpenInputCallInput | UpdateInputCallInput },
    work: (tx: Transaction) => Promise<InputCall>,
  ): Promise<InputCall> {
    const again = async (tx: Transaction, id: string) => (await lockCall(tx, viewer, id)).row;
    return this.parts.transactions.write((tx) =>
      tx.once({ viewer, ...request, first: () => work(tx), again: (id) => again(tx, id) }),
    );
  }
}

/** The call and its group, held. @throws NOT_FOUND when it is missing, or hidden */
export async function lockCall(tx: Transaction, viewer: Viewer, id: string) {
  const found = await lockInGroup(tx, viewer, { entity: InputCall, type: "InputCall", id });
  if (!canSeeCall(viewer, found.group, found.row)) throw notFound("InputCall", id);
  return found;
}

function read(input: OpenInputCallInput, now: Date) {
  const opensAt = input.opensAt && input.opensAt > now ? input.opensAt : now;
  const { closesAt, addressees, answersShownTo, timeZone } = input;
  if (closesAt <= opensAt) throw invalid("closesAt", "A call closes after it opens, and after now");
  expectWithinTwoYears(opensAt, closesAt);
  return {
    title: requiredText("title", input.title),
    text: optionalText("text", input.text, 10_000),
    questions: questionsOf(input.questions),
    ...{ opensAt, closesAt, addressees, answersShownTo, timeZone },
  };
}

/** A moment that is past closes it now; one that has not opened never opens. */
function deadlineFrom({ opensAt }: InputCall, closesAt: Date): Date {
  expectWithinTwoYears(opensAt, closesAt);
  return new Date(Math.max(closesAt.getTime(), opensAt.getTime(), Date.now()));
}

function expectWithinTwoYears(opensAt: Date, closesAt: Date): void {
  if (closesAt.getTime() - opensAt.getTime() <= LONGEST) return;
  throw invalid("closesAt", "A call is open for at most two years");
}

function questionsOf(questions: readonly CallQuestionInput[]): KeptQuestion[] {
  if (questions.length < 1 || questions.length > MOST_QUESTIONS) {
    throw invalid("questions", `A call asks from 1 to ${MOST_QUESTIONS} questions`);
  }
  const read = questions.map(({ question, isRequired }, at) => ({
    question: requiredText(`questions.${at}.question`, question),
    isRequired,
  }));
  const twice = read.findIndex(
    ({ question }, at) => read.findIndex((one) => one.question === question) < at,
  );
  if (twice >= 0) throw invalid(`questions.${twice}.question`, "It is asked twice");
  return read;
}
