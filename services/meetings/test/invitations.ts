import { Audience } from "@convene/shared/audience";
import { jobSchemaOf } from "@convene/shared/database/provision";
import type { NoticePayload } from "@convene/shared/notice/notice";
import type { Harness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import ICAL from "ical.js";
import { CalendarInvitationService } from "../src/calendar-invitation/calendar-invitation.service.ts";
import { createFactories } from "./factories.ts";

/** Delegates who are invited to meetings, and what they are told. */
export function createInvitations(harness: Harness) {
  const { db, execute, service, tell, told } = harness;
  const { buildGroup, buildOrganisation, ...factories } = createFactories(harness);
  let minute = 0;

  /** Somebody who can be written to. */
  async function buildPerson(): Promise<string> {
    const person = await factories.buildPerson();
    await tell("identity", { type: "Account", id: `acc_${person}`, payload: { person } });
    return person;
  }

  /** A seat in a group of its own, with a delegate. */
  async function seated(audience = Audience.PUBLIC) {
    const organisation = await buildOrganisation();
    const group = await buildGroup({ organisations: [organisation], audience });
    const delegate = await buildPerson();
    const seat = { id: `sea_${delegate}`, group, organisation, delegate };
    await sit(seat);
    return { organisation, group, delegate, seat };
  }

  const sit = ({ id, ...seat }: Record<string, unknown> & { id: string }) =>
    tell("working-groups", {
      type: "Seat",
      id,
      payload: { alternate: null, role: "MEMBER", startDate: "2020-01-01", endDate: null, ...seat },
    });

  /** What one person is told when the jobs run: each time a minute later. */
  async function lettersTo(person: string, subject: string) {
    const before = new Set((await told("Notice")).map(({ id }) => id));
    const now = new Date(Date.now() + (minute += 1) * 60_000);
    await new CalendarInvitationService(service().parts.transactions).bringUpToDate(subject, now);
    const all = await told("Notice");
    return all.flatMap(({ id, payload }) => {
      const { people, item } = (payload ?? { people: [] }) as NoticePayload;
      return before.has(id) || !people.includes(person) ? [] : [item];
    });
  }

  const change = async (mutation: string, input: object): Promise<string> => {
    const type = `${mutation[0]?.toUpperCase() ?? ""}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { done: ${mutation}(input: $input) { id } }`;
    const { data, errors } = await execute(query, { viewer: admin, input });
    expect(errors).toBeUndefined();
    return data.done.id as string;
  };

  /** How many jobs have been enqueued that look for what is to be told of it. */
  async function jobsFor(subject: string): Promise<number> {
    const [{ schema }]: [{ schema: string }] = await db().query(
      "SELECT current_schema() AS schema",
    );
    const [{ count }]: [{ count: number }] = await db().query(
      `SELECT count(*)::int FROM ${jobSchemaOf(schema)}.job
       WHERE name = 'invite-to-meeting' AND data->'data'->>'subject' = $1`,
      [subject],
    );
    return count;
  }

  return { jobsFor, buildPerson, seated, sit, lettersTo, change };
}

export type Letter = NoticePayload["item"];

export const eventsIn = ({ calendar }: Letter) =>
  new ICAL.Component(ICAL.parse(calendar?.text ?? "") as unknown[]).getAllSubcomponents("vevent");

interface Known {
  readonly sequence: number;
  readonly stamp: string;
  readonly state: string;
}

/** A calendar by RFC 5546, 2.1.5: of one event the higher SEQUENCE counts, then the later DTSTAMP. */
export function calendarAfter(letters: readonly Letter[]) {
  const known = new Map<string, Known>();
  for (const event of letters.flatMap(eventsIn)) {
    const value = (name: string) => String(event.getFirstPropertyValue(name) ?? "");
    const key = `${value("uid")} ${value("recurrence-id")}`;
    const next = { sequence: Number(value("sequence")), stamp: value("dtstamp") };
    const before = known.get(key);
    const isNewer =
      !before ||
      next.sequence > before.sequence ||
      (next.sequence === before.sequence && next.stamp >= before.stamp);
    const state = ["status", "dtstart", "summary"].map(value).join(" ");
    if (isNewer) known.set(key, { ...next, state });
  }
  return [...known].map(([key, { state }]) => `${key} ${state}`).sort();
}
