import { request } from "undici";
import { startContenders } from "../contender/contender.ts";
import { type Latency, latencyFrom } from "../discovery/latency.ts";
import type { BenchNetwork } from "../network/bench-network.ts";

const WARM_UP = 5;
const WATCH = `subscription ($id: ID!) { meetingChanged(id: $id) { title } }`;
const RENAME = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { title } }`;

/**
 * From when whoever changes a meeting has their answer until somebody else, who watches it, has
 * read the event: both over HTTP, of `npm start` in a process of its own. 0 where it came before.
 */
export async function liveDelay(network: BenchNetwork, times: number): Promise<Latency> {
  const { contenders, stop } = await startContenders(network, ["product"]);
  try {
    const [product] = contenders[0]?.processes ?? [];
    // Contenders stand still until it is their turn.
    product?.goOn();
    const url = `${product?.url ?? ""}/graphql`;
    const id = network.sample.meetings[0]?.id ?? "";
    const watched = new Watched({ url, token: network.token, id });
    const delays = await watched.delays(times);
    return latencyFrom("others see a change of a meeting after", delays, { bound: 1_000 });
  } finally {
    await stop();
  }
}

class Watched {
  constructor(
    private readonly meeting: { readonly url: string; readonly token: string; readonly id: string },
  ) {}

  async delays(times: number): Promise<number[]> {
    const { id } = this.meeting;
    const stream = await this.post({ query: WATCH, variables: { id } }, "text/event-stream");
    const titles = titlesIn(stream.body as AsyncIterable<Buffer>);
    const before = await nextOf(titles);
    const delays: number[] = [];
    for (let turn = -WARM_UP; turn < times; turn += 1) {
      const heard = untilHeard(titles, `Change ${turn}`);
      const answered = await this.rename(`Change ${turn}`);
      const delay = Math.max(0, (await heard) - answered);
      if (turn >= 0) delays.push(delay);
    }
    await this.rename(before);
    stream.body.destroy();
    return delays;
  }

  /** When the answer was there. */
  private async rename(title: string): Promise<number> {
    const variables = { input: { id: this.meeting.id, title } };
    const answer = await this.post({ query: RENAME, variables }, "application/json");
    const text = await answer.body.text();
    if (text.includes('"errors"')) throw new Error(text);
    return performance.now();
  }

  private post(body: object, accept: string) {
    const { url, token } = this.meeting;
    const headers = {
      accept,
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
    };
    return request(url, { method: "POST", headers, body: JSON.stringify(body) });
  }
}

async function nextOf(titles: AsyncGenerator<string, void>): Promise<string> {
  const next = await titles.next();
  if (next.done === true) throw new Error("The subscription has ended");
  return next.value;
}

async function untilHeard(titles: AsyncGenerator<string, void>, title: string): Promise<number> {
  while ((await nextOf(titles)) !== title);
  return performance.now();
}

/** The title in each event `next`. */
async function* titlesIn(body: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  let text = "";
  for await (const chunk of body) {
    text += chunk.toString();
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const data = /^event: next\ndata: (.*)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      const told = JSON.parse(data) as { data: { meetingChanged: { title: string } } };
      yield told.data.meetingChanged.title;
    }
  }
}
