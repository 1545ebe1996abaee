import type { Transaction } from "@convene/shared/database/transaction";
import type { NoticeEvent } from "@convene/shared/notice/notice";
import { IsNull, LessThan } from "typeorm";
import { readersOf } from "../message/message.repository.ts";
import { tell } from "../notice/notice.service.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { IntroductionRequest } from "./introduction-request.entity.ts";
import { IntroductionState } from "./introduction-request.enum.ts";
import { type Parties, partiesOf } from "./introduction-request.repository.ts";

/** After so long both are asked once whether it led anywhere. */
const FOLLOW_UP_AFTER = 60 * 24 * 60 * 60 * 1000;

interface News {
  readonly to: Organisation;
  readonly event: NoticeEvent;
  readonly title: Organisation;
  readonly name?: Organisation;
  readonly text?: string;
  /** Whose doing it is. */
  readonly except?: string | null;
}

async function tellPeopleOf(tx: Transaction, news: News): Promise<void> {
  const { to, event, title, name, text = null, except = null } = news;
  const people = await readersOf(tx.manager, [to.id]);
  const item = { event, title: title.name, name: name?.name ?? null, text };
  await tell(tx, { people, moderators: false, except, item });
}

/** Tells those whose turn it is now, or what was decided. Who has blocked its author is not told. */
export async function announceIntroduction(
  tx: Transaction,
  request: IntroductionRequest,
  { parties, by }: { readonly parties: Parties; readonly by: string | null },
): Promise<void> {
  const { seeker, over, target } = parties;
  const { state, text, withheldFrom } = request;
  const about = { ASKED: over, PASSED_ON: target, ACCEPTED: seeker, DECLINED: seeker } as const;
  const to = about[state];
  if (withheldFrom.includes(to.id)) return;
  const news: Readonly<Record<IntroductionState, Omit<News, "to">>> = {
    ASKED: { event: "INTRODUCTION_ASKED", title: target, name: seeker, text },
    PASSED_ON: { event: "INTRODUCTION_PASSED_ON", title: seeker, name: over, text },
    ACCEPTED: { event: "INTRODUCTION_ACCEPTED", title: target, name: over },
    DECLINED: { event: "INTRODUCTION_DECLINED", title: target },
  };
  await tellPeopleOf(tx, { to, except: by, ...news[state] });
}

/** Asks both sides once, some time after they were introduced. A second time changes nothing. */
export async function followUpIntroductions(tx: Transaction): Promise<void> {
  const decidedAt = LessThan(new Date(Date.now() - FOLLOW_UP_AFTER));
  const due = await tx.manager.find(IntroductionRequest, {
    where: {
      state: IntroductionState.ACCEPTED,
      decidedAt,
      followedUpAt: IsNull(),
      isTakenDown: false,
    },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
  for (const request of due) {
    const parties = await partiesOf(tx, request);
    if (parties) await askBoth(tx, request, parties);
    await tx.manager.update(IntroductionRequest, request.id, { followedUpAt: new Date() });
  }
}

/** Who has answered by themselves is not asked. */
async function askBoth(tx: Transaction, request: IntroductionRequest, parties: Parties) {
  const { seeker, target } = parties;
  const event = "INTRODUCTION_FOLLOW_UP";
  if (request.seekerOutcome === null) await tellPeopleOf(tx, { to: seeker, event, title: target });
  if (request.targetOutcome === null) await tellPeopleOf(tx, { to: target, event, title: seeker });
}
