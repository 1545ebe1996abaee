import { parseArgs } from "node:util";
import { type AuditVerification, verifyAudit } from "../audit/verify-audit.ts";
import { readPlatformConfig } from "../config.ts";
import { StartError } from "../postgres/start-error.ts";
import { withTools } from "../runtime/tools.ts";
import { coloursOf, type Terminal } from "./terminal.ts";

const USAGE = `What shall be done with the audit log?
  npm run audit -- verify   whether every service's chain of records is as it was sealed
    --anew                  takes the chains as they are for right, as after the restore of an older backup`;

const TITLE = 16;
const number = new Intl.NumberFormat("en");

/** `npm run audit`: looks whether the audit log is as it was sealed; beside a Convene or alone. */
export async function run(args: readonly string[]): Promise<void> {
  const anew = readOptions(args);
  const config = readPlatformConfig();
  const { stdout } = process;
  const { bold, dim } = coloursOf(stdout);
  stdout.write(`${bold("Audit log")}\n\n`);
  const { dataFolder } = config;
  const tell = (one: AuditVerification) => {
    printOne(stdout, one);
  };
  const all = await withTools(config, ({ services }) =>
    verifyAudit({ services, dataFolder, anew, tell }),
  );
  const broken = all.filter(({ verification }) => verification.fault !== null);
  if (broken.length > 0) throw new StartError(broken.map(explain).join("\n"));
  const noted = `How far they reach is noted in ${dataFolder}: the next time it shows what is cut off.`;
  stdout.write(`\n  Every record is as it was sealed.\n  ${dim(noted)}\n`);
}

function printOne(stream: Terminal, { service, verification }: AuditVerification): void {
  const { green, red, dim } = coloursOf(stream);
  const { records, unsealed, fault, head } = verification;
  const title = service.padEnd(TITLE);
  if (fault) {
    stream.write(`  ${red("✗")} ${title} record ${number.format(fault.sequence)}: ${fault.why}\n`);
    return;
  }
  const waiting = unsealed > 0 ? `, ${number.format(unsealed)} not yet sealed` : "";
  const counted = `${number.format(records)} ${records === 1 ? "record" : "records"}${waiting}`;
  stream.write(`  ${green("✓")} ${title} ${counted}  ${dim(head.hash.slice(0, 16))}\n`);
}

const explain = ({ service, verification: { fault } }: AuditVerification): string =>
  `The audit log of ${service} is not as it was sealed, from record ${number.format(fault?.sequence ?? 0)} on: ${fault?.why ?? ""}.`;

function readOptions(args: readonly string[]): boolean {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anew: { type: "boolean", default: false } },
    });
    if (positionals.join(" ") !== "verify") throw new StartError(USAGE);
    return values.anew;
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
