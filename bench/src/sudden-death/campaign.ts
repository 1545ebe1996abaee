import { StartError } from "@convene/platform/postgres/start-error";
import { print } from "../figures.ts";
import { withDataFolder } from "./campaign-folder.ts";
import { measureFirstStarts } from "./first-start.ts";
import { ImportJobWork } from "./import-job-work.ts";
import { ImportWork } from "./import-work.ts";
import { MortalPlatform } from "./mortal-platform.ts";
import { MutationWork } from "./mutation-work.ts";
import { Random } from "./random.ts";
import { ReindexWork } from "./reindex-work.ts";
import { drawDeath, killOnce } from "./round.ts";
import { Tally } from "./tally.ts";
import type { Work } from "./work.ts";

type WorksOf = (name: string) => readonly Work[];

/** What is killed in the middle of what. A reindex has changes beside it. */
const KINDS: Readonly<Record<string, WorksOf>> = {
  import: (name) => [new ImportWork(name)],
  "import-job": (name) => [new ImportJobWork(name)],
  mutations: (name) => [new MutationWork(name)],
  reindex: (name) => [new ReindexWork(), new MutationWork(name)],
};

const KILLS = 50;

/** So that the database stays of a size at which a rebuild takes seconds. */
const KILLS_IN_A_FOLDER = 10;

const USAGE = `npm run bench -- kills [N] [${Object.keys(KINDS).join("|")}|first-start] [SEED]`;

/**
 * Kills Convene N times in the middle of each kind of work, starts it again each time, and compares
 * the database with what was acknowledged.
 *
 * @throws StartError when anything was lost, doubled or different, or a start took too long.
 */
export async function measureKills(args: readonly string[]): Promise<void> {
  const { kills, kinds, seed } = readArguments(args);
  const tallies = [];
  for (const kind of kinds) {
    const random = new Random(seed);
    const works = KINDS[kind];
    const tally = works
      ? await measureKind({ kind, kills, works }, random)
      : await measureFirstStarts(kills, random);
    tallies.push(tally);
  }
  print(`\nSeed ${seed}`);
  for (const tally of tallies) tally.print();
  if (!tallies.every(({ isClean }) => isClean)) {
    throw new StartError("Something was lost, doubled, different or slow: it stands above.");
  }
}

interface Kind {
  readonly kind: string;
  readonly kills: number;
  readonly works: WorksOf;
}

async function measureKind({ kind, kills, works }: Kind, random: Random): Promise<Tally> {
  const tally = new Tally(`kill -9 in the middle of: ${kind}`);
  for (let done = 0; done < kills; done += KILLS_IN_A_FOLDER) {
    const count = Math.min(KILLS_IN_A_FOLDER, kills - done);
    await withDataFolder(async (folder) => {
      let platform = await MortalPlatform.start(folder, []);
      await fill(platform);
      for (let index = 1; index <= count; index += 1) {
        const death = drawDeath(random);
        const name = `${kind}-${done + index}`;
        const round = await killOnce(platform, { works: works(name), death, options: [] });
        ({ platform } = round);
        tally.add(round);
        const seconds = platform.start.seconds.toFixed(1);
        const who = death.postgres ? "both" : "Node";
        print(`${kind} ${done + index} of ${kills}: killed ${who}, up again in ${seconds} s`);
      }
      await platform.stop();
    });
  }
  return tally;
}

/** A thousand organisations more than the demo network, so that work takes its time. */
async function fill(platform: MortalPlatform): Promise<void> {
  const filling = new ImportWork("filling");
  filling.begin(platform);
  await filling.ended();
}

function readArguments(args: readonly string[]) {
  const numbers = args.filter((each) => /^\d+$/.test(each)).map(Number);
  const words = args.filter((each) => !/^\d+$/.test(each));
  const known = [...Object.keys(KINDS), "first-start"];
  if (numbers.length > 2 || words.some((each) => !known.includes(each))) {
    throw new StartError(USAGE);
  }
  const [kills = KILLS, seed = Date.now() % 100_000] = numbers;
  return { kills, seed, kinds: words.length > 0 ? words : known };
}
