/**
 * The Humanitarian Exchange Language, tagging conventions 1.1 (hxlstandard.org): a hashtag such as
 * `#org` and attributes such as `+name +fr`. Case, the order of attributes and the white space
 * before them do not count.
 */
export interface HxlTag {
  /** With its `#`, in lower case. */
  readonly hashtag: string;
  /** Without their `+`, in lower case, sorted, each once. */
  readonly attributes: readonly string[];
}

/**
 * Selects tags, as in libhxl and the HXL Proxy: `#org+name-list` needs `+name` and refuses `+list`;
 * `#*` is any hashtag; a final `!` refuses every attribute that is not listed.
 */
export interface HxlPattern {
  readonly hashtag: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly absolute: boolean;
}

const TAG = /^\s*(#[a-z][a-z0-9_]*)((?:\s*\+[a-z][a-z0-9_]*)*)\s*$/i;
const PATTERN = /^\s*(#(?:\*|[a-z][a-z0-9_]*))((?:\s*[+-][a-z][a-z0-9_]*)*)\s*(!?)\s*$/i;

/** Null for a cell that is no hashtag. */
export function parseHxlTag(cell: string): HxlTag | null {
  const [, hashtag, attributes] = TAG.exec(cell) ?? [];
  if (hashtag === undefined || attributes === undefined) return null;
  return { hashtag: hashtag.toLowerCase(), attributes: attributesAfter("+", attributes) };
}

/** `#org+name`, attributes in alphabetic order. */
export function formatHxlTag({ hashtag, attributes }: HxlTag): string {
  return [hashtag, ...attributes].join("+");
}

/** Patterns are written by programmers, so a bad one is a bug: it throws a plain error. */
export function parseHxlPattern(text: string): HxlPattern {
  const [, hashtag, attributes, mark] = PATTERN.exec(text) ?? [];
  if (hashtag === undefined || attributes === undefined) {
    throw new TypeError(`${JSON.stringify(text)} is not an HXL tag pattern`);
  }
  const exclude = attributesAfter("-", attributes);
  const absolute = mark === "!";
  if (absolute && exclude.length > 0) {
    throw new TypeError(`${text}: an absolute pattern (!) cannot exclude attributes`);
  }
  const include = attributesAfter("+", attributes);
  return { hashtag: hashtag.toLowerCase(), include, exclude, absolute };
}

export function matchesHxl(pattern: HxlPattern, { hashtag, attributes }: HxlTag): boolean {
  return (
    (pattern.hashtag === "#*" || pattern.hashtag === hashtag) &&
    pattern.include.every((attribute) => attributes.includes(attribute)) &&
    !pattern.exclude.some((attribute) => attributes.includes(attribute)) &&
    (!pattern.absolute || attributes.every((attribute) => pattern.include.includes(attribute)))
  );
}

function attributesAfter(sign: "+" | "-", text: string): string[] {
  const signed = text.toLowerCase().match(/[+-][a-z0-9_]+/g) ?? [];
  const names = signed.filter((part) => part.startsWith(sign)).map((part) => part.slice(1));
  return [...new Set(names)].sort();
}
