import type { Secrets } from "../runtime/secrets.ts";
import { issueToken } from "../token/access-token.ts";
import { readDemoNetwork } from "./demo-network.ts";
import type { DemoState } from "./demo-state.ts";

/** As whom one may look at the demo network: a key, a title, and the key of a person in it. */
export const DEMO_VIEWERS = readDemoNetwork(new Date()).viewers;

export interface DemoTokenRequest {
  readonly secrets: Secrets;
  readonly demo: DemoState;
  readonly key: (typeof DEMO_VIEWERS)[number]["key"];
}

/** Good for a month: the demo network is for trying things out. */
export async function demoToken({ secrets, demo, key }: DemoTokenRequest): Promise<string> {
  const viewer = DEMO_VIEWERS.find((each) => each.key === key);
  const person = viewer && demo.people[viewer.person];
  if (person === undefined) throw new Error(`The demo network has no viewer ${key}`);
  return issueToken(secrets, { person, expiresIn: "30d" });
}
