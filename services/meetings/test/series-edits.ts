import type { Harness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";

export interface SeenMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly localStart: string;
  readonly recurrenceStart: string;
  readonly durationMinutes: number;
  readonly status: string;
  readonly version: number;
  readonly changedByHand: readonly string[];
}

export interface SeenSeries {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly rule: string;
  readonly localStart: string;
  readonly cancelledAt: string | null;
  readonly extraStarts: readonly string[];
  readonly skipped: readonly Readonly<Record<string, string | null>>[];
  readonly splitFrom: { readonly id: string } | null;
  readonly meetings: { readonly nodes: readonly SeenMeeting[] };
}

const SERIES = `id version title rule localStart cancelledAt splitFrom { id } extraStarts
  skipped { date reason country name } meetings(first: 100) { nodes {
  id title startsAt localStart recurrenceStart durationMinutes status version changedByHand } }`;
const READ = `query ($id: ID!) { meetingSeries(id: $id) { ${SERIES} } text: meetingSeriesCalendar(id: $id) }`;

/** Changes of series and meetings, and what then stands there, as an administrator sees it. */
export function createEdits({ execute }: Harness) {
  async function read(id: string): Promise<{ series: SeenSeries; text: string }> {
    const { data, errors } = await execute(READ, { viewer: admin, id });
    if (errors?.[0]) throw errors[0];
    return { series: data?.meetingSeries as SeenSeries, text: String(data?.text ?? "") };
  }

  /** The id of the answer, or the code of the error. */
  async function change(mutation: string, input: Readonly<Record<string, unknown>>) {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const text = `mutation ($input: ${type}) { made: ${mutation}(input: $input) { id } }`;
    const { data, errors } = await execute(text, { viewer: admin, input });
    const code = errors?.[0]?.extensions.code as string | undefined;
    return code ?? (data as { made: { id: string } }).made.id;
  }

  return { read, change };
}
