import type { Transaction } from "@convene/shared/database/transaction";
import { conflict, forbidden, notFound } from "@convene/shared/errors";
import type { ServiceParts } from "@convene/shared/service/service-definition";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { allTold } from "../input-call/call-notice.feed.ts";
import type { InputCall } from "../input-call/input-call.entity.ts";
import { InputCallState } from "../input-call/input-call.enum.ts";
import { actsFor, isAsked } from "../input-call/input-call.policy.ts";
import { lockCall } from "../input-call/input-call.service.ts";
import { readAnswers } from "@convene/shared/join-request/join-question.value";
import { OrganisationReplica } from "../organisation/organisation.replica.ts";
import type {
  StakeholderKey,
  StakeholderRepository,
} from "../stakeholder/stakeholder.repository.ts";
import { CallAnswer } from "./call-answer.entity.ts";
import type { AnswerInputCallInput } from "./call-answer.inputs.ts";

/** What organisations answer: one answer each. The group and the call are locked first. */
export class CallAnswerService {
  constructor(
    private readonly parts: ServiceParts,
    private readonly stakeholders: StakeholderRepository,
  ) {}

  /** @throws CONFLICT (`call`) before it opens and after its deadline */
  async answer(viewer: Viewer, input: AnswerInputCallInput): Promise<CallAnswer> {
    const keys: StakeholderKey[] = [{ type: "Organisation", id: input.organisation }];
    await this.stakeholders.catchUpOn(keys);
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "answerInputCall",
        input,
        first: async () => {
          const call = await this.callFor(tx, viewer, input);
          expectOpen(call);
          return answerIn(tx, viewer, { call, input });
        },
        again: async (id) => {
          await this.callFor(tx, viewer, input);
          const found = await tx.manager.findOneBy(CallAnswer, { id });
          if (!found) throw notFound("CallAnswer", id);
          return found;
        },
      }),
    );
  }

  /** The call, where the viewer may answer it for the organisation. */
  private async callFor(tx: Transaction, viewer: Viewer, input: AnswerInputCallInput) {
    const { row: call, group } = await lockCall(tx, viewer, input.call);
    const { organisation: id } = input;
    const keys: StakeholderKey[] = [{ type: "Organisation", id }];
    await this.stakeholders.requireVisible(tx.manager, viewer, keys);
    if (!actsFor(viewer, id)) throw forbidden("Only those who act for the organisation answer");
    const organisation = await tx.manager.findOneByOrFail(OrganisationReplica, { id });
    if (!isAsked(call, group, organisation)) throw forbidden("The call does not ask it");
    return call;
  }
}

function expectOpen({ state, opensAt, closesAt }: InputCall): void {
  if (state === InputCallState.OPEN) return;
  const when =
    state === InputCallState.CLOSED
      ? `closed at ${closesAt.toISOString()}`
      : `opens at ${opensAt.toISOString()}`;
  throw conflict(`The call ${when}: it takes no answers now`, { field: "call" });
}

async function answerIn(
  tx: Transaction,
  viewer: Viewer,
  { call, input }: { call: InputCall; input: AnswerInputCallInput },
): Promise<CallAnswer> {
  const of = { callId: call.id, organisationId: input.organisation };
  const now = new Date();
  const known = await tx.manager.findOneBy(CallAnswer, of);
  const row = known ?? tx.manager.create(CallAnswer, { id: newId("ica"), ...of, answeredAt: now });
  const answers = readAnswers(call.questions, input.answers);
  const entered = { answers, personId: viewer.person, updatedAt: now };
  const saved = await tx.manager.save(Object.assign(row, entered));
  await tx.publish(await allTold(tx.manager, call, input.organisation));
  return saved;
}
