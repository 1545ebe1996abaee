import type { PartnerReasonKind } from "./partner.enum.ts";

const NAMED = 4;
const LANGUAGE = "en-GB";

const lists = new Intl.ListFormat(LANGUAGE, { type: "conjunction" });
const countries = new Intl.DisplayNames(LANGUAGE, { type: "region", fallback: "code" });
const languages = new Intl.DisplayNames(LANGUAGE, { type: "language", fallback: "code" });

type Sentence = (list: string, many: boolean) => string;

const SENTENCES: Record<PartnerReasonKind, Sentence> = {
  SHARED_OBJECTIVE: (list, many) => `Works on objective${s(many)} ${list}, as you do`,
  ASKED_OBJECTIVE: (list, many) => `Works on objective${s(many)} ${list}, as you ask`,
  SHARED_SECTOR: (list, many) => `Works in the same sector${s(many)}: ${list}`,
  SHARED_AREA: (list, many) => `Works in the same area${s(many)}: ${list}`,
  SHARED_LANGUAGE: (list) => `Works in ${list}, as you do`,
  BRIEF: (list) => `Its record speaks of what your brief asks for: ${list}`,
  WORKS_WITH_SIMILAR: (list) => `Works with organisations like you: ${list}`,
  RESEMBLES_PARTNER: (list, many) => `Is like ${many ? "partners" : "a partner"} of yours: ${list}`,
  WELL_CONNECTED: (list) => `Works with ${list} organisation${s(list !== "1")}`,
  RECENTLY_CONFIRMED: (list) => `Its record was confirmed on ${list}`,
  COMMON_PARTNER: (list, many) => `You have ${many ? "partners" : "a partner"} in common: ${list}`,
  SHARED_GROUP: (list, many) => `You sit in the same working group${s(many)}: ${list}`,
  SHARED_NETWORK: (list, many) => `You belong to the same network${s(many)}: ${list}`,
  PUBLISHED_PRACTICE: (list) => `Has published what worked: ${list}`,
  DIFFERENT_CONTEXT: (list) => `Works in ${list}, where you do not`,
  OFFERS_NEEDED: (list) => `Offers what you need: ${list}`,
  NEEDS_OFFERED: (list) => `Needs what you offer: ${list}`,
};

/** How a label is shown, where not as it stands. */
const NAMES: Partial<Record<PartnerReasonKind, (label: string) => string>> = {
  SHARED_LANGUAGE: (label) => displayed(languages, label),
  DIFFERENT_CONTEXT: (label) => displayed(countries, label),
  PUBLISHED_PRACTICE: (label) => `“${label}”`,
};

/** A reason for people, in English. Names beyond the fourth are counted only. */
export function sentenceOf(kind: PartnerReasonKind, labels: readonly string[]): string {
  const named = inOrder(labels.slice(0, NAMED)).map((label) => NAMES[kind]?.(label) ?? label);
  const rest = labels.length - NAMED;
  const list = lists.format(rest > 0 ? [...named, `${rest} more`] : named);
  return SENTENCES[kind](list, labels.length > 1);
}

/** Numbers read best as they rise; of anything else the rarest comes first. */
const inOrder = (labels: readonly string[]): readonly string[] =>
  labels.every((label) => /^\d+$/.test(label))
    ? [...labels].sort((one, other) => Number(one) - Number(other))
    : labels;

/** What is no code at all is shown as it was told. */
function displayed(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const s = (many: boolean): string => (many ? "s" : "");
