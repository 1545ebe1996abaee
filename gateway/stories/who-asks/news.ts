import type { Heard, LiveSource, Pulse } from "@convene/shared/live/live-source";
import { AccountNews } from "../../src/viewer/account-news.ts";

/** News of accounts that are heard, as long as the test is short. */
export function heardNews(): AccountNews {
  const news = new AccountNews();
  news.pulse(true);
  return news;
}

/** A service of accounts that tells what the test lets it tell, and is heard from the start. */
export function buildNews() {
  let follower: { readonly heard: Heard; readonly pulse?: Pulse | undefined } | null = null;
  const source: LiveSource = {
    follow: (heard, pulse) => {
      follower = { heard, pulse };
      pulse?.(true);
      return () => undefined;
    },
  };
  return {
    live: { identity: source },
    tell: (account: string | null) => follower?.heard(account),
    pulse: (isWhole: boolean) => follower?.pulse?.(isWhole),
  };
}
