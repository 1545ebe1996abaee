import type { AgendaLanguage } from "../agenda-template/standing-title.value.ts";
import type { AgendaItemPurpose } from "../agenda-item/agenda-item-purpose.enum.ts";
import type { MinutesState } from "../minute/minutes-state.enum.ts";

/** What an agenda says of a meeting, as far as one viewer may see it. */
export interface AgendaContent {
  readonly title: string;
  /** Of its template. */
  readonly language: AgendaLanguage;
  /** On the wall clock of its time zone. */
  readonly localStart: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly durationMinutes: number;
  readonly isConfidential: boolean;
  /** Organisations, by name; null where none is told. */
  readonly host: string | null;
  readonly chair: string | null;
  readonly items: readonly ItemContent[];
}

export interface ItemContent {
  readonly title: string;
  readonly startsAt: Date;
  readonly durationMinutes: number;
  readonly purpose: AgendaItemPurpose | null;
  readonly presenter: string | null;
  readonly objective: number | null;
  /** What a call for input is about; null where it is hidden. */
  readonly consultation: string | null;
  readonly isConfidential: boolean;
  /** Empty for all who do not sit there. */
  readonly papers: readonly PaperContent[];
}

export interface PaperContent {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
}

export interface MinutesContent extends Omit<AgendaContent, "items"> {
  readonly state: MinutesState;
  readonly approvedAt: Date | null;
  /** Null under the Chatham House Rule. */
  readonly present: readonly string[] | null;
  readonly items: readonly MinutedItem[];
  /** Of the meeting as a whole. */
  readonly agreed: readonly Agreed[];
  /** Actions of earlier meetings. */
  readonly actionLog: readonly Agreed[];
}

export interface MinutedItem extends ItemContent {
  /** Markdown. */
  readonly text: string;
  readonly agreed: readonly Agreed[];
}

export interface Agreed {
  readonly kind: "decision" | "action";
  readonly text: string;
  /** An `ActionState` or a `DecisionState`. */
  readonly state: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
}
