import type { ToldCharter, ToldNeed, ToldQuorum } from "../working-group/working-group.replica.ts";
import type { QuorumBasis } from "./quorum.enum.ts";

/** A seat, and what is known of its organisation. */
export interface CountedSeat {
  readonly organisationId: string;
  readonly role: string;
  readonly category: string | null;
  readonly countries: readonly string[];
  readonly status: string | null;
}

/** Whether a quorum is met, and what is missing. */
export interface FoundQuorum {
  readonly basis: QuorumBasis;
  readonly isMet: boolean;
  readonly required: number;
  readonly counted: number | null;
  readonly needs: readonly { label: string; required: number; counted: number }[];
  readonly missing: readonly string[];
}

interface Asked {
  readonly quorum: ToldQuorum;
  readonly needs: readonly ToldNeed[];
  readonly basis: QuorumBasis;
}

/** The charter that stands at an instant: the last one that was adopted by then. */
export const charterAt = (charters: readonly ToldCharter[], at: Date): ToldCharter | null =>
  charters.findLast(({ since }) => new Date(since) <= at) ?? null;

const COUNTS: Readonly<Record<QuorumBasis, readonly string[]>> = {
  REPLIES: ["ACCEPTED", "ATTENDED"],
  ATTENDANCE: ["ATTENDED"],
};

/** Observers do not count; an organisation counts once, however many seats it holds. */
export function quorumOf(
  { quorum, needs, basis }: Asked,
  seats: readonly CountedSeat[],
): FoundQuorum {
  const voices = onceEach(seats.filter(({ role }) => role !== "OBSERVER"));
  const counting = seats.filter(
    ({ role, status }) => role !== "OBSERVER" && status !== null && COUNTS[basis].includes(status),
  );
  const present = onceEach(counting);
  const required = requiredBy(quorum, voices.length);
  const parts = needs.flatMap((need) =>
    quorum.ofEachNeed === null
      ? []
      : [{ label: need.label, required: quorum.ofEachNeed, counted: answering(need, present) }],
  );
  const missing = [
    ...unreachable(required, voices.length),
    ...missingOf(required - present.length, (more) => `${more} more ${organisations(more)}`),
    ...parts.flatMap((part) =>
      missingOf(part.required - part.counted, (more) => `${more} more of "${part.label}"`),
    ),
  ];
  const isMet = missing.length === 0;
  return { basis, isMet, required, counted: present.length, needs: parts, missing };
}

/** How many organisations it asks for, where so many have a voice. */
export const requiredBy = ({ organisations, percent }: ToldQuorum, voices: number): number =>
  organisations ?? Math.max(1, Math.ceil(((percent ?? 0) * voices) / 100));

/** Under the Chatham House Rule numbers would tell, in a small group, who was there. */
export const inConfidence = (quorum: FoundQuorum): FoundQuorum => ({
  ...quorum,
  counted: null,
  needs: [],
  missing: [],
});

function onceEach(seats: readonly CountedSeat[]): readonly CountedSeat[] {
  return [...new Map(seats.map((seat) => [seat.organisationId, seat])).values()];
}

const answering = (need: ToldNeed, present: readonly CountedSeat[]): number =>
  present.filter((one) => answers(one, need)).length;

/** Whether an organisation is one of those that a charter asks for. */
export const answers = (
  { category, countries }: Pick<CountedSeat, "category" | "countries">,
  need: ToldNeed,
): boolean =>
  (need.categories.length === 0 || (category !== null && need.categories.includes(category))) &&
  (need.countries.length === 0 || countries.some((one) => need.countries.includes(one)));

/** Seats have ended since the charter was adopted. */
const unreachable = (required: number, voices: number): string[] =>
  required <= voices
    ? []
    : [
        `The charter asks for ${required} ${organisations(required)}, and only ${voices} hold a seat`,
      ];

const missingOf = (more: number, words: (more: number) => string): string[] =>
  more > 0 ? [words(more)] : [];

const organisations = (count: number): string => (count === 1 ? "organisation" : "organisations");
