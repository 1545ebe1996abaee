/** That a mail did not arrive. */
export interface DeliveryReport {
  /** Of the sender to which it came back. */
  readonly token: string;
  /** RFC 3463, such as `5.1.1`. */
  readonly status: string;
}

const TOKEN = /bounce\+([0-9a-f]{48})@/i;
const MAILBOX_FULL = "5.2.2";

/**
 * Of a report in the form of RFC 3464, as mail servers send it back, or of JSON with the same two:
 * `{ "recipient": "bounce+…@…", "status": "5.1.1" }`. Only what has failed for good is one: not a
 * delay, and not a mailbox that is full today. Null for anything else.
 */
export function readReport(body: string): DeliveryReport | null {
  const token = TOKEN.exec(body)?.[1]?.toLowerCase();
  const status = statusOf(body);
  if (token === undefined || status === null || status === MAILBOX_FULL) return null;
  return { token, status };
}

/** The fields of a `message/delivery-status`, each at the beginning of a line. */
function statusOf(body: string): string | null {
  const json = /^\s*\{/.test(body);
  if (!json && !/^Action:\s*failed\s*$/im.test(body)) return null;
  const pattern = json
    ? /"status"\s*:\s*"(5\.\d{1,3}\.\d{1,3})"/
    : /^Status:\s*(5\.\d{1,3}\.\d{1,3})/im;
  return pattern.exec(body)?.[1] ?? null;
}
