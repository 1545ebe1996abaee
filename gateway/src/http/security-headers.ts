const YEAR = 365 * 24 * 60 * 60;

/** On all that is no page: whatever a browser takes it for, nothing of it runs or loads anything. */
const DATA_POLICY = contentPolicy({
  "default-src": "'none'",
  "form-action": "'none'",
});

/**
 * What every answer says to browsers, unless it says so otherwise itself: it is read as what it
 * says it is, nobody in between keeps it, no page of another site shows it in a frame, and no
 * address of this graph, which may hold a token, is told to where a link leads.
 */
export const securityHeaders = (
  publicUrl: string | undefined,
): Readonly<Record<string, string>> => ({
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
  "content-security-policy": DATA_POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  // Only what is reached by https alone may promise it; over http, browsers do not listen.
  ...(publicUrl?.startsWith("https:") && { "strict-transport-security": `max-age=${YEAR}` }),
});

/** @param directives of Content Security Policy Level 3, beside those that hold everywhere */
export function contentPolicy(directives: Readonly<Record<string, string>>): string {
  const all = { ...directives, "base-uri": "'none'", "frame-ancestors": "'none'" };
  return Object.entries(all)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
