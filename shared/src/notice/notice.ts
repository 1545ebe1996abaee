import { z } from "zod";
import { linkedPageSchema } from "../page/page-link.ts";

/** What people can be told by mail; the service of accounts has the words for each. */
const NOTICE_EVENTS = [
  "MESSAGE_RECEIVED",
  "INTRODUCTION_ASKED",
  "INTRODUCTION_PASSED_ON",
  "INTRODUCTION_ACCEPTED",
  "INTRODUCTION_DECLINED",
  "INTRODUCTION_FOLLOW_UP",
  "SEARCH_FOUND",
  "REPORT_FILED",
  "REPORT_UPHELD",
  "REPORT_DISMISSED",
  "CLAIM_MADE",
  "CLAIM_APPROVED",
  "CLAIM_DECLINED",
  "NETWORK_JOIN_ASKED",
  "NETWORK_JOINED",
  "NETWORK_JOIN_DECLINED",
  "TAKEN_DOWN",
  "RESTORED",
  "POLL_ASKED",
  "POLL_REMINDER",
  "POLL_DECIDED",
  "CALL_OPENED",
  "CALL_REMINDER",
  "MEETING_INVITED",
  "MEETING_CHANGED",
  "MEETING_CANCELLED",
  "MEETING_WITHDRAWN",
  "AGENDA_PROPOSED",
  "AGENDA_ACCEPTED",
  "AGENDA_DECLINED",
  "AGENDA_POSTPONED",
  "ACTION_NUDGE",
] as const;

export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** An invitation to a meeting, or what has become of it, for the recipient's calendar (RFC 5546). */
export const noticeCalendarSchema = z.object({
  /** The invitation: by its id, signed, it is answered. */
  invitation: z.string(),
  /** Which meeting of a series, by where its rule has put it (RECURRENCE-ID); null for all. */
  occurrence: z.string().nullable(),
  method: z.enum(["REQUEST", "CANCEL"]),
  /** iCalendar, without who invites and who is invited: no address is known where it is written. */
  text: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** IANA: where the wall clock was chosen. */
  timeZone: z.string(),
  /** How many other meetings of the series it tells of. */
  more: z.number().int(),
  joinUrl: z.string().nullable(),
});

export type NoticeCalendar = z.infer<typeof noticeCalendarSchema>;

export const noticeItemSchema = z.object({
  event: z.enum(NOTICE_EVENTS),
  /** The name of what it is about; of a message, what it is about in the sender's words. */
  title: z.string(),
  /** Whose doing it is, where that may be told. */
  name: z.string().nullable(),
  /** What somebody wrote. */
  text: z.string().nullable(),
  /** How many there are of it, where it tells of several at once: `text` is the first. */
  count: z.number().int().optional(),
  /** The moment that counts: until when, or when. */
  at: z.object({ moment: z.iso.datetime(), timeZone: z.string() }).optional(),
  /** Where they answer, or look: a page that a link of their own opens. */
  page: linkedPageSchema.optional(),
  calendar: noticeCalendarSchema.optional(),
});

export type NoticeItem = z.infer<typeof noticeItemSchema>;

/** What a service tells in its change feed, under `Notice`, so that people are written to. */
export const noticeSchema = z.object({
  /** Ids of people of the graph; whoever of them has neither an account nor a mail address is not told. */
  people: z.array(z.string()),
  /** Whether those are told who moderate the platform. */
  moderators: z.boolean(),
  /** Somebody who is not told, since it is their own doing. */
  except: z.string().nullable(),
  item: noticeItemSchema,
});

export type NoticePayload = z.infer<typeof noticeSchema>;
