import type { MailCalendar } from "./mailer.ts";

interface Addresses {
  readonly organizer: string;
  readonly attendee: string;
}

/** With who invites and who is invited in each event, as iTIP wants it (RFC 5546, 3.2). */
export function addressed({ method, text }: MailCalendar, addresses: Addresses): string {
  const asks = method === "REQUEST" ? ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "";
  const lines = [
    folded(`ORGANIZER:${mailto(addresses.organizer)}`),
    folded(`ATTENDEE${asks}:${mailto(addresses.attendee)}`),
  ];
  return text.replaceAll("BEGIN:VEVENT\r\n", `BEGIN:VEVENT\r\n${lines.join("\r\n")}\r\n`);
}

/** RFC 6068: what is not allowed in it stands there by its octets, so the line is ASCII. */
const mailto = (address: string): string =>
  `mailto:${encodeURIComponent(address).replaceAll("%40", "@").replaceAll("%2B", "+")}`;

/** At 75 octets (RFC 5545, 3.1): of ASCII, as many characters. */
const folded = (line: string): string => line.replace(/^.{75}|.{74}/g, "$&\r\n ").trimEnd();
