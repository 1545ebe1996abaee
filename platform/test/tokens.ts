import { DEMO_VIEWERS, demoToken, type DemoTokenRequest } from "../src/demo/demo-viewers.ts";
import { issueToken } from "../src/token/access-token.ts";
import type { Graphs } from "./open-graphs.ts";

type Opened = Pick<Graphs, "secrets" | "demo">;
export type DemoViewer = DemoTokenRequest["key"];

export const demoViewers: readonly DemoViewer[] = DEMO_VIEWERS.map(({ key }) => key);

export const tokenOf = ({ secrets, demo }: Opened, key: DemoViewer): Promise<string> =>
  demoToken({ secrets, demo, key });

export const adminToken = ({ secrets }: Pick<Opened, "secrets">): Promise<string> =>
  issueToken(secrets, { person: null, platform: ["ADMIN"], expiresIn: "1h" });

/** Of a person of the graph, by id. */
export const personToken = (
  { secrets }: Pick<Opened, "secrets">,
  person: string,
): Promise<string> => issueToken(secrets, { person, expiresIn: "1h" });

/** Of a person of the demo network, by key. */
export function demoPersonToken(opened: Opened, key: string): Promise<string> {
  const person = opened.demo.people[key];
  if (person === undefined) throw new Error(`The demo network has no person ${key}`);
  return personToken(opened, person);
}
