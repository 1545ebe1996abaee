import { print, spread } from "../figures.ts";
import type { Start } from "./mortal-platform.ts";
import type { Round } from "./round.ts";
import { type Findings, merge, NOTHING } from "./work.ts";

/** What the rounds of one kind came to. */
export class Tally {
  private kills = 0;
  private inTheMiddle = 0;
  private withPostgres = 0;
  private withWork = 0;
  private readonly starts: Start[] = [];
  private findings: Findings = NOTHING;

  constructor(private readonly title: string) {}

  add({
    platform,
    death,
    inTheMiddle,
    findings,
  }: Omit<Round, "platform"> & { platform: { start: Start } }): void {
    this.kills += 1;
    this.inTheMiddle += inTheMiddle ? 1 : 0;
    this.withPostgres += death.postgres ? 1 : 0;
    this.withWork += death.work ? 1 : 0;
    this.starts.push(platform.start);
    this.findings = merge([this.findings, findings]);
    for (const [kind, found] of Object.entries<readonly string[]>({ ...findings })) {
      for (const each of found.slice(0, TOLD)) print(`  ${kind}, kill ${this.kills}: ${each}`);
      if (found.length > TOLD) print(`  … and ${found.length - TOLD} more ${kind}`);
    }
  }

  get isClean(): boolean {
    const { lost, doubled, different } = this.findings;
    return lost.length + doubled.length + different.length + this.slow === 0;
  }

  private get slow(): number {
    return this.starts.filter(({ seconds }) => seconds > LONGEST_START).length;
  }

  print(): void {
    const { lost, doubled, different } = this.findings;
    print(this.title);
    print(
      `  kills        ${this.kills}, in the middle of the work ${this.inTheMiddle}, with the ` +
        `database server ${this.withPostgres}, with the work's own process ${this.withWork}`,
    );
    const [wall, cpu] = [
      this.starts.map(({ seconds }) => seconds),
      this.starts.map(({ cpuSeconds }) => cpuSeconds),
    ];
    print(`  restarts     ${this.starts.length}, over ${LONGEST_START} s ${this.slow}`);
    print(`  next start   ${spread(wall, "s")}; of the processors, Node ${spread(cpu, "s")}`);
    print(`  lost ${lost.length}   doubled ${doubled.length}   different ${different.length}`);
  }
}

/** Of each round and kind, so that one fault does not hide the next. */
const TOLD = 5;

/** Within so many seconds the next start has to be up, on a machine that does nothing else. */
const LONGEST_START = 10;
