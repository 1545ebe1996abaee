import type { Colours } from "./terminal.ts";

export interface Welcome {
  readonly url: string;
  readonly seconds: number;
  readonly viewers: readonly { readonly title: string; readonly token: string }[];
  readonly notice: string | null;
  readonly colours: Colours;
}

const QUERIES = [
  {
    title: "Query the graph: who meets next, and what about?",
    query: `{ upcomingMeetings(first: 2) { nodes { title startsAt group { name
    agenda: members(first: 3) { nodes { name } } }
    agenda(first: 5) { nodes { title presenter { name } } } } } }`,
  },
];

/** What stands on the terminal once everything runs. */
export function welcome({ url, seconds, viewers, notice, colours }: Welcome): string {
  const { bold, cyan, dim, yellow } = colours;
  const parts = [
    `  ${bold(`Ready in ${seconds.toFixed(1)} s.`)} ${dim("Ctrl-C stops it.")}`,
    lines([
      ["Graph", cyan(`${url}/graphql`)],
      ["Try it", cyan(`${url}/graphiql`)],
      ["Health", `${url}/healthz, ${url}/readyz`],
    ]),
  ];
  if (notice !== null) parts.push(`  ${yellow(notice)}`);
  void QUERIES;
  void viewers;
  return `\n${parts.join("\n\n")}\n\n`;
}

const lines = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `  ${name.padEnd(10)} ${value}`).join("\n");
