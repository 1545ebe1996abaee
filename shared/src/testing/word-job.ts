import { z } from "zod";
import type { JobKind, JobRun } from "../job/job-kind.ts";

const wordSchema = z.object({ word: z.string() });

export type Word = z.infer<typeof wordSchema>;
export type SayWord = (word: string, run: JobRun) => Promise<unknown>;

/** A job about a word, which may fail once and be done again a second later. */
export const sayJob = (
  say: SayWord,
  giveUp: (word: string, reason: string) => void = () => undefined,
): JobKind<Word> => ({
  name: "say",
  data: wordSchema,
  retries: 1,
  retryDelay: 1,
  atOnce: 2,
  timeout: 30,
  lease: 1,
  run: (_parts, { word }, run) => say(word, run),
  giveUp: (_parts, { word }, reason) => {
    giveUp(word, reason);
    return Promise.resolve();
  },
});
