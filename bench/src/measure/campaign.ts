import { Pool } from "undici";
import type { Contender } from "../contender/contender.ts";
import type { BenchNetwork } from "../network/bench-network.ts";
import type { StatusLine } from "../option/status-line.ts";
import { Random } from "../scenario/random.ts";
import { type Question, questions, type Scenario } from "../scenario/scenario.ts";
import { type Answer, requireAgreement } from "./agreement.ts";
import type { Arena } from "./arena.ts";
import { post } from "./load.ts";
import { inRounds } from "./order.ts";
import { type Round, runRound, urlOf } from "./round.ts";

export interface CampaignOptions {
  readonly rounds: number;
  /** Of load in a round, and of warming up. */
  readonly seconds: number;
  readonly warmUp: number;
  readonly concurrency: number;
  readonly seed: number;
  /** Questions whose answers are compared before anything is measured. */
  readonly compared: number;
  readonly signal: AbortSignal;
  /** Shows what is being done now. */
  readonly status: Pick<StatusLine, "show" | "clear">;
}

/** The rounds of a contender in one scenario. */
export interface Measured {
  readonly contender: Contender;
  readonly rounds: readonly Round[];
}

/** One scenario after another, asked of all contenders. */
export class Campaign {
  constructor(
    private readonly network: BenchNetwork,
    private readonly arena: Arena,
    private readonly options: CampaignOptions,
  ) {}

  /** @throws Disagreement */
  async compare(scenario: Scenario): Promise<void> {
    const { compared, seed, status } = this.options;
    const next = this.questions(scenario, seed);
    const asked = Array.from({ length: compared }, next);
    const answers: Answer[][] = asked.map(() => []);
    for (const contender of this.arena.contenders) {
      this.options.signal.throwIfAborted();
      status.show(`comparing the answers of ${contender.title}`);
      await this.arena.letRun(contender);
      const given = await answersOf(contender, asked);
      given.forEach((data, place) => answers[place]?.push({ contender: contender.title, data }));
    }
    status.clear();
    answers.forEach((all, place) => {
      requireAgreement(`${scenario.title}, asked ${asked[place]?.body ?? ""}`, all);
    });
  }

  async measure(scenario: Scenario): Promise<Measured[]> {
    const { rounds, seconds, warmUp, seed, status } = this.options;
    const measured = new Map<Contender, Round[]>();
    for (const contender of this.arena.contenders) {
      status.show(`warming up ${contender.title}`);
      measured.set(contender, []);
      await this.run(contender, this.questions(scenario, seed + 1), warmUp);
    }
    for (const [round, order] of inRounds(this.arena.contenders, rounds).entries()) {
      for (const contender of order) {
        status.show(`round ${round + 1} of ${rounds}, ${contender.title}`);
        // In one round all are asked the same.
        const next = this.questions(scenario, seed + 2 + round);
        measured.get(contender)?.push(await this.run(contender, next, seconds));
      }
    }
    status.clear();
    return [...measured].map(([contender, all]) => ({ contender, rounds: all }));
  }

  private async run(contender: Contender, next: () => Question, seconds: number): Promise<Round> {
    this.options.signal.throwIfAborted();
    await this.arena.letRun(contender);
    const { concurrency } = this.options;
    const { postgres } = this.network;
    return runRound({ postgres, contender, concurrency, seconds, next });
  }

  private questions(scenario: Scenario, seed: number): () => Question {
    const { sample, token } = this.network;
    return questions(scenario, { random: new Random(seed), sample, token });
  }
}

/** One after the other, each with its `data`. */
async function answersOf(contender: Contender, asked: readonly Question[]): Promise<unknown[]> {
  const pool = new Pool(urlOf(contender));
  const answers: unknown[] = [];
  try {
    for (const question of asked) {
      const answer = JSON.parse(await post(pool, question)) as { data?: unknown; errors?: unknown };
      answers.push(answer.errors === undefined ? answer.data : answer);
    }
    return answers;
  } finally {
    await pool.destroy();
  }
}
