import type { NoticeEvent, NoticeItem } from "@convene/shared/notice/notice";

interface Said extends Pick<NoticeItem, "title" | "name"> {
  /** The moment that counts, in words. */
  readonly when: string;
  readonly count: number;
}

export interface NoticeWords extends Readonly<Record<NoticeEvent, (said: Said) => string>> {
  readonly several: (count: number) => string;
  readonly label: string;
  /** On the button that leads to the page of a poll. */
  readonly toPoll: string;
  /** As `Intl` knows the dates of the language. */
  readonly dates: string;
}

/** What happened, in a line. */
export const lineOf = (words: NoticeWords, item: NoticeItem): string =>
  words[item.event]({ ...item, count: item.count ?? 1, when: whenOf(words, item) });

/** With the name of the zone, since the reader may be elsewhere. */
function whenOf({ dates }: NoticeWords, { at }: NoticeItem): string {
  if (!at) return "";
  const { moment, timeZone } = at;
  const shown = { dateStyle: "full", timeStyle: "short", timeZone } as const;
  return `${new Date(moment).toLocaleString(dates, shown)}, ${timeZone}`;
}
