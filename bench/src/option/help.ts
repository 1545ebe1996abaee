import { TITLES } from "../contender/contender.ts";
import { scenarios } from "../scenario/scenarios.ts";

const lines = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, what]) => `  ${name.padEnd(20)} ${what}`).join("\n");

export const HELP = `npm run bench -- [SCENARIO…] [OPTIONS]

What a request costs in processor time, here and elsewhere: contenders answer the same questions
in interleaved rounds, each in processes of its own, all from one PostgreSQL.

Scenarios (all, unless told)
${lines(scenarios.map(({ name, title }) => [name, title] as const))}

Contenders
${lines(Object.entries(TITLES))}

Options
${lines([
  ["--organisations N", "the size of the generated network (10000); made once, and kept"],
  ["--demo", "the demo network in its place"],
  ["--check", "compares the answers, and measures nothing"],
  ["--rounds N", "for each contender and scenario (5)"],
  ["--seconds S", "of load in a round (5)"],
  ["--warm-up S", "of load before the first round (5)"],
  ["--concurrency N", "requests under way at the same time (8)"],
  ["--seed N", "of the questions' variables (1)"],
  ["--compared N", "questions whose answers are compared first (20)"],
  ["--contenders A,B", "only these"],
  ["--json FILE", "every round's figures too"],
  ["--data FOLDER", "where networks are kept (.data/bench)"],
])}

Other measures
${lines([
  ["start [RUNS]", "first and later starts with the demo network, and memory"],
  ["import [FOLDER]", "27,000 invented activities; before them the files of a folder"],
  ["network [N]", "makes a network of N organisations, and measures nothing"],
  ["discovery [N…]", "search, graph and partner questions, freshness, reindex, memory"],
  ["meetings [RUNS]", "plans, dates of 1,000 series, calendars, and when others see a change"],
  ["kills [N] [KIND]", "kill -9 in the middle of import, mutations, reindex, first-start"],
])}
`;
