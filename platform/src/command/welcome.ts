import type { DemoState } from "../demo/demo-state.ts";
import type { Beginning } from "../runtime/beginning.ts";
import type { Colours } from "./terminal.ts";

export interface Welcome {
  readonly url: string;
  readonly seconds: number;
  /** Null where there is no demo network. */
  readonly demo: DemoState | null;
  readonly viewers: readonly { readonly title: string; readonly token: string }[];
  /** Whether there is a page to try questions on. */
  readonly development: boolean;
  /** How the first administrator comes in; null where there is one. */
  readonly beginning: Beginning | null;
  readonly notice: string | null;
  readonly colours: Colours;
}

/** What stands on the terminal once everything runs. */
export function welcome(told: Welcome): string {
  const { seconds, demo, notice, colours } = told;
  const { bold, dim, yellow } = colours;
  const parts = [
    `  ${bold(`Ready in ${seconds.toFixed(1)} s.`)} ${dim("Ctrl-C stops it.")}`,
    addresses(told),
    ...(demo ? [questions(demo, colours), ...viewers(told)] : [emptiness(told)]),
  ];
  if (notice !== null) parts.push(`  ${yellow(notice)}`);
  return `\n${parts.join("\n\n")}\n\n`;
}

function addresses({ url, development, colours: { cyan, dim } }: Welcome): string {
  return [
    `  Graph     ${cyan(`${url}/graphql`)}`,
    ...(development ? [`  Try it    ${cyan(`${url}/graphiql`)} ${dim("(in development)")}`] : []),
    `  Health    ${cyan(`${url}/healthz`)}  ${cyan(`${url}/readyz`)}`,
  ].join("\n");
}

/** Each can be pasted as it stands; `docs/queries/` and the README have them in full. */
function questions({ organisations, groups }: DemoState, { bold, dim }: Colours): string {
  const [seeker, group] = [
    organisations["greenlatch-casework"],
    groups["alternatives-to-detention"],
  ];
  const year = new Date().getUTCFullYear() + 1;
  const asked = [
    {
      title: "Query the graph: who meets next, about what, and who presents it?",
      query: `{ upcomingMeetings(first: 2) { nodes { title startsAt group { name }
  agenda(first: 3) { nodes { title presenter { name partners(first: 2) { nodes { name } } } } } } } }`,
    },
    {
      title: "Schedule the quarter (as the co-lead, below)",
      query: `mutation { createMeetingSeries(input: { group: "${group ?? "grp_…"}",
  title: "Quarterly meeting", preset: QUARTERLY, count: 4, localStart: "${year}-01-14T14:00:00",
  timeZone: "Europe/London", durationMinutes: 90 }) {
  meetings { nodes { localStart nairobi: localStart(timeZone: "Africa/Nairobi") } } } }`,
    },
    {
      title: "Find partners: the same issues in another country, and why",
      query: `{ findPartners(for: "${seeker ?? "org_…"}", first: 3) { nodes { score
  organisation { name countries } reasons { sentence } } } }`,
    },
  ];
  const parts = asked.map(({ title, query }, index) => {
    const indented = query.replaceAll("\n", "\n     ");
    return `  ${index + 1}  ${title}\n     ${dim(indented)}`;
  });
  return [`  ${bold("Three questions to begin with")}`, ...parts].join("\n\n");
}

function viewers({ viewers: all, colours: { bold, dim } }: Welcome): readonly string[] {
  if (all.length === 0) return [];
  const parts = all.map(({ title, token }) => `  ${title}\n  ${dim(token)}`);
  const header = dim("authorization: Bearer TOKEN");
  const title = `  ${bold("Three viewers of the demo network")}, by the header ${header}`;
  return [[title, ...parts].join("\n\n")];
}

function emptiness({ beginning, url, colours: { bold, cyan, dim } }: Welcome): string {
  if (beginning === null) return `  Sign in   ${cyan(`${url}/auth/sign-in`)}`;
  if (beginning.link === null) {
    return `  Nobody is administrator yet. ${dim("npm run admin")} prints a new link for that; the one before dies.`;
  }
  return [
    `  ${bold("Nobody is here yet.")} Become the administrator by this link. It works once, for a day,`,
    `  and is not shown again:`,
    "",
    `  ${cyan(beginning.link)}`,
  ].join("\n");
}
