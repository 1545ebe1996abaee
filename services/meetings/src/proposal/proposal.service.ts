import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { invalid } from "@convene/shared/errors";
import { requiredText, webAddress } from "@convene/shared/input";
import { expectChoosable } from "@convene/shared/takedown/chosen-audience";
import type { Viewer } from "@convene/shared/viewer";
import { protectionWithin } from "../convener/convener.policy.ts";
import type { ConvenerService } from "../convener/convener.service.ts";
import type { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import { meetingSeriesFeed } from "../meeting-series/meeting-series.feed.ts";
import {
  insertSeries,
  lockSeries,
  type OccurrenceMaker,
} from "../meeting-series/meeting-series.service.ts";
import { Meeting } from "../meeting/meeting.entity.ts";
import { meetingFeed } from "../meeting/meeting.feed.ts";
import { RecurrencePreset } from "../recurrence/recurrence-preset.enum.ts";
import { presetRule } from "../recurrence/recurrence-preset.value.ts";
import { expand } from "../recurrence/recurrence.value.ts";
import { PlanRhythm } from "../series-plan/series-plan.enum.ts";
import { type TimeSpan, timeSpan } from "../wall-clock/time-span.value.ts";
import { instantOf, localOf, zoneOf } from "../wall-clock/wall-clock.value.ts";
import type { ScheduleProposalInput } from "./proposal.inputs.ts";

const MOST_MEETINGS = 400;

const PRESETS: Readonly<Record<PlanRhythm, RecurrencePreset>> = {
  [PlanRhythm.WEEKLY]: RecurrencePreset.WEEKLY,
  [PlanRhythm.MONTHLY]: RecurrencePreset.MONTHLY,
  [PlanRhythm.QUARTERLY]: RecurrencePreset.QUARTERLY,
};

export interface ProposalParts {
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
  readonly occurrences: OccurrenceMaker;
}

export class ProposalService {
  constructor(private readonly parts: ProposalParts) {}

  /**
   * A series in the rhythm of the plan, of which each meeting is moved to where the plan has it: so
   * calendars know them as one series, and what is moved as an exception (RFC 5545).
   */
  async schedule(viewer: Viewer, input: ScheduleProposalInput): Promise<MeetingSeries> {
    const { conveners, transactions, occurrences } = this.parts;
    await conveners.expect(input);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "scheduleProposal",
        input,
        first: async () => {
          const { protection, ...place } = await conveners.holdToConvene(tx, viewer, input);
          const { regular, chosen, ...plan } = planOf(input);
          const series = await insertSeries(tx, {
            ...plan,
            ...place,
            ...protectionWithin(protection, input.audience),
          });
          await occurrences.make(tx, series, regular);
          await moveTo(tx, series, chosen);
          await tx.publish({ ...meetingSeriesFeed, ids: [series.id] });
          return series;
        },
        again: (id) => lockSeries(tx, viewer, id),
      }),
    );
  }
}

interface Chosen extends TimeSpan {
  readonly chosenStart: string;
}

/** The first of the rule to the first that was chosen, and so on. */
async function moveTo(tx: Transaction, { id }: MeetingSeries, chosen: readonly Chosen[]) {
  const meetings = await tx.manager.find(Meeting, {
    where: { seriesId: id },
    order: { recurrenceStart: "ASC" },
  });
  await tx.manager.save(
    meetings.map((meeting, index) => Object.assign(meeting, chosen[index])),
    { chunk: 50 },
  );
  await tx.publish({ ...meetingFeed, ids: meetings.map((meeting) => meeting.id) });
}

/** Everything that the input says, checked. */
function planOf(input: ScheduleProposalInput) {
  const { audience, durationMinutes, every, localStarts } = input;
  expectChoosable(null, audience);
  const timeZone = zoneOf("timeZone", input.timeZone);
  if (localStarts.length < 1 || localStarts.length > MOST_MEETINGS) {
    throw invalid("localStarts", `Give 1 to ${MOST_MEETINGS} times, not ${localStarts.length}`);
  }
  const chosen = inOrder(
    localStarts.map((start, index) => {
      const field = `localStarts.${index}`;
      const local = localOf(field, start);
      // Said here, of the one that is meant.
      instantOf(field, { local, timeZone });
      return { chosenStart: local, ...timeSpan({ local, timeZone }, { durationMinutes }) };
    }),
  );
  const localStart = chosen[0]?.chosenStart ?? "";
  const preset = PRESETS[every];
  const start = { local: localStart, timeZone };
  // On its weekday: a date such as the 31st is not in every month.
  const asked = presetRule({ preset, byWeekday: true, localStart });
  const { rule, occurrences } = expand({ rule: asked, start, count: chosen.length, until: null });
  return {
    title: requiredText("title", input.title),
    ...{ rule, preset, localStart, timeZone, durationMinutes, chosen, regular: occurrences },
    chosenAudience: audience,
    joinUrl: webAddress("joinUrl", input.joinUrl),
  };
}

function inOrder(chosen: readonly Chosen[]): readonly Chosen[] {
  const early = chosen.findIndex(
    ({ startsAt }, index) => startsAt < (chosen[index - 1]?.endsAt ?? startsAt),
  );
  if (early < 0) return chosen;
  throw invalid(`localStarts.${early}`, "It begins before the meeting before it has ended");
}
