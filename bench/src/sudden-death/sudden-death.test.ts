import { jest } from "@jest/globals";
import { setTimeout as pause } from "node:timers/promises";
import { readDemoNetwork } from "@convene/platform/demo/demo-network";
import { withDataFolder } from "./campaign-folder.ts";
import { countsOf } from "./first-start.ts";
import { ImportWork } from "./import-work.ts";
import { MortalPlatform, postmasterOf } from "./mortal-platform.ts";
import { MortalProcess } from "./mortal-process.ts";
import { MutationWork } from "./mutation-work.ts";
import { Random } from "./random.ts";
import { ReindexWork } from "./reindex-work.ts";
import { compareWithRebuild } from "./replicas.ts";
import { killOnce } from "./round.ts";
import { NOTHING } from "./work.ts";

// Real processes, killed and started again, on a machine that may be busy with other tests.
jest.setTimeout(600_000);

const random = new Random(1);

/** A first start that is killed once it has said that, and a moment later. */
async function cutOff(folder: string, said: RegExp): Promise<void> {
  const start = MortalProcess.start(["start"], folder);
  await start.wrote(said);
  await pause(random.upTo(1_000));
  await start.end("SIGKILL");
}

it("loses nothing that was acknowledged, and nothing twice, however often it is killed", async () => {
  await withDataFolder(async (folder) => {
    await cutOff(folder, /✓ Services/);
    let platform = await MortalPlatform.start(folder, []);
    await expectWholeDemo(folder);
    for (const postgres of [false, true]) {
      const mutations = new MutationWork(`burst-${String(postgres)}`);
      const works = [new ImportWork(`file-${String(postgres)}`, 500), mutations, new ReindexWork()];
      const death = { early: false, after: random.upTo(500), postgres, work: postgres };
      const round = await killOnce(platform, { works, death, options: [] });
      expect(round.findings).toEqual(NOTHING);
      expect(mutations.counts.acknowledged).toBeGreaterThan(0);
      ({ platform } = round);
    }
    await platform.stop();
    expect(postmasterOf(folder)).toBeNull();
  });
});

/** The demo network as it stands in its files: nothing is missing, and nothing is there twice. */
async function expectWholeDemo(folder: string): Promise<void> {
  const { organisations, people, practices, groups, relationships } = readDemoNetwork(new Date());
  const counts = await countsOf(folder);
  const wanted = {
    "stakeholders.organisation": organisations,
    "stakeholders.person": people,
    "stakeholders.relationship": relationships,
    "working_groups.working_group": groups,
    "practices.practice": practices,
  };
  for (const [table, items] of Object.entries(wanted)) {
    expect([table, counts.get(table)]).toEqual([table, String(items.length)]);
  }
  expect(await compareWithRebuild(folder)).toEqual(NOTHING);
}
