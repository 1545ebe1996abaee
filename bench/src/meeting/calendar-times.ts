import { openServices } from "@convene/platform/runtime/services";
import type { Service } from "@convene/shared/service/service";
import { siteOf } from "@convene/shared/site";
import { systemViewer, type Viewer } from "@convene/shared/viewer";
import { parse } from "graphql";
import type { Client } from "pg";
import pino from "pino";
import { type Latency, latencyOfTimes } from "../discovery/latency.ts";
import type { BenchNetwork } from "../network/bench-network.ts";

const GROUPS = 200;
const EVENTS = 500;
const PAGE = 100;
const WARM_UP = 10;
/** Of the meetings that are made for the long feed. */
const TITLE = "A meeting of its own";

const YEAR = `query ($groups: [ID!], $from: DateTime, $before: DateTime, $after: String) {
  meetings(first: ${PAGE}, after: $after,
    filter: { startsFrom: $from, startsBefore: $before, groups: { anyOf: $groups } }) {
    nodes { id title startsAt endsAt timeZone status joinUrl } pageInfo { hasNextPage endCursor }
  }
}`;
const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id } }`;
const FEED = `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) {
  url calendarFeed { id } } }`;
const REVOKE = `mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { id } }`;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * A person who sits in all of 200 groups reads a year of them: through the graph, by pages of 100,
 * since no list is longer, and as a feed. And a feed of 500 meetings, each an event of its own.
 */
export async function calendarTimes(network: BenchNetwork, times: number): Promise<Latency[]> {
  const { DATABASE_URL: adminUrl = "", CONVENE_SECRET: secret = "" } = network.variables;
  const log = pino({ level: "warn" }, pino.destination(2));
  const site = siteOf(() => "https://graph.example.org", secret);
  const opened = await openServices({ adminUrl, secret }, log, { site });
  try {
    const person = await Sitting.find(network.postgres.client, opened.services.meetings);
    await person.fill();
    return await person.measure(times);
  } finally {
    await opened.stop();
  }
}

/** Who reads, and of what. */
interface Seat {
  readonly client: Client;
  readonly meetings: Service;
  readonly groups: readonly string[];
  readonly viewer: Viewer & { readonly person: string };
}

class Sitting {
  private constructor(private readonly seat: Seat) {}

  static async find(client: Client, meetings: Service): Promise<Sitting> {
    const ids = async (table: string, count: number): Promise<string[]> => {
      const sql = `SELECT id FROM ${table} ORDER BY id LIMIT $1`;
      const { rows } = await client.query<{ id: string }>(sql, [count]);
      return rows.map(({ id }) => id);
    };
    const groups = await ids("working_groups.working_group", GROUPS);
    const [person = ""] = await ids("stakeholders.person", 1);
    const viewer: Seat["viewer"] = {
      ...systemViewer,
      ...{ id: "acc_bench", person, platform: [] },
      groups: groups.map((id) => ({ id, role: "MEMBER" })),
    };
    return new Sitting({ client, meetings, groups, viewer });
  }

  /** Meetings of the first group, as many as the long feed has, where they are not there yet. */
  async fill(): Promise<void> {
    const { rows } = await this.seat.client.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM meetings.meeting
       WHERE group_id = $1 AND series_id IS NULL AND title = $2`,
      [this.seat.groups[0], TITLE],
    );
    const begin = Date.now();
    for (let made = rows[0]?.count ?? 0; made < EVENTS; made += 1) {
      const localStart = new Date(begin + made * 12 * 3_600_000).toISOString().slice(0, 19);
      const input = {
        group: this.seat.groups[0],
        title: TITLE,
        localStart,
        timeZone: "Asia/Amman",
      };
      const timed = { ...input, durationMinutes: 60, idempotencyKey: `bench ${made}` };
      await this.ask(CREATE, { input: timed }, systemViewer);
    }
    await this.seat.client.query("VACUUM ANALYZE meetings.meeting");
  }

  async measure(times: number): Promise<Latency[]> {
    const year = { from: new Date(), before: new Date(Date.now() + 365 * 24 * 3_600_000) };
    const count = await this.readYear(year);
    return [
      await latencyOfTimes(
        `a year of ${GROUPS} groups, ${count} meetings, by pages`,
        { times, warmUp: WARM_UP, bound: 60 },
        () => this.readYear(year),
      ),
      await this.measureFeed(null, { times, warmUp: WARM_UP, bound: 60 }),
      await this.measureFeed(this.seat.groups[0] ?? null, { times, warmUp: WARM_UP, bound: 80 }),
    ];
  }

  private async readYear({ from, before }: { from: Date; before: Date }): Promise<number> {
    let count = 0;
    for (let at = 0; at < this.seat.groups.length; at += PAGE) {
      const groups = this.seat.groups.slice(at, at + PAGE);
      let after: string | null = null;
      do {
        const asked = { groups, from: from.toISOString(), before: before.toISOString(), after };
        const { nodes, pageInfo }: Page = (await this.ask(YEAR, asked))["meetings"] as Page;
        count += nodes.length;
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
    }
    return count;
  }

  /** From its address, as a calendar asks for it, with nothing kept from before. */
  private async measureFeed(
    about: string | null,
    how: { readonly times: number; readonly warmUp: number; readonly bound: number },
  ): Promise<Latency> {
    const made = (await this.ask(FEED, { input: { about } }))["createCalendarFeed"] as {
      readonly url: string;
      readonly calendarFeed: { readonly id: string };
    };
    const { pathname } = new URL(made.url);
    const read = async () => {
      const request = {
        method: "GET",
        path: pathname,
        headers: {},
        body: "",
        client: null,
      } as const;
      const answer = await this.seat.meetings.pages?.answer(this.seat.viewer, request);
      if (answer?.status !== 200) throw new Error(`The feed answered ${answer?.status ?? 0}`);
      return answer.body.split("BEGIN:VEVENT").length - 1;
    };
    const events = await read();
    const whose = about === null ? `the person's feed of ${GROUPS} groups` : "a group's feed";
    const latency = await latencyOfTimes(`${whose}, ${events} events`, how, read);
    await this.ask(REVOKE, { input: { id: made.calendarFeed.id } });
    return latency;
  }

  private async ask(
    query: string,
    variables: Record<string, unknown>,
    viewer: Viewer = this.seat.viewer,
  ): Promise<Record<string, unknown>> {
    const request = { requestId: "bench", requestScope: {}, document: parse(query), query };
    const { data, errors } = await this.seat.meetings.execute({ ...request, variables, viewer });
    if (errors?.[0]) throw new Error(`${query}: ${errors[0].message}`);
    return data ?? {};
  }
}
