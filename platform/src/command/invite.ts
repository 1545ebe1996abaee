import { basename } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "@convene/shared/errors";
import { faults, ImportReporter } from "@convene/shared/table/import-report";
import { openSpreadsheet } from "@convene/shared/table/open-spreadsheet";
import { systemViewer } from "@convene/shared/viewer";
import { InvitationService } from "@convene/stakeholders/invitation/invitation.service";
import { Network } from "@convene/stakeholders/network/network.entity";
import { readPlatformConfig } from "../config.ts";
import { printReport } from "../import/report-print.ts";
import { StartError } from "../postgres/start-error.ts";
import { type Tools, withTools } from "../runtime/tools.ts";

const USAGE = `Whom shall which network invite?
  npm run invite -- NETWORK FILE
    NETWORK     its id (net_…) or its name
    FILE        a table with the columns name and email, and, where wished, country and language
    --resend    mail those again who have not accepted yet`;

interface Request {
  readonly network: string;
  readonly path: string;
  readonly resend: boolean;
}

/** `npm run invite`: invites organisations by a table, beside a Convene that runs or alone. */
export async function run(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  return withTools(readPlatformConfig(), async (tools) => {
    try {
      return await invite(tools, request);
    } catch (error) {
      if (error instanceof AppError) throw new StartError(error.message);
      throw error;
    }
  });
}

async function invite({ services, catchUp, database }: Tools, request: Request): Promise<number> {
  const { stakeholders } = services;
  const network = await networkCalled(stakeholders.parts.db.manager, request.network);
  const table = await openSpreadsheet(request.path, {});
  const invitations = new InvitationService(stakeholders.parts.transactions);
  const { resend, path } = request;
  const rows = await invitations.inviteAll(systemViewer, { network: network.id, table, resend });
  // The service of accounts hears of them, and makes the jobs that mail them.
  await catchUp();
  const reporter = new ImportReporter({ file: basename(path), kind: "invitations" });
  for (const { line, outcome, faults: found } of rows) {
    await reporter.add({ line, outcome, ...faults(found) });
  }
  const report = reporter.report();
  printReport(report, process.stdout);
  const many = report.created + report.updated;
  if (many > 0) process.stdout.write(`${mailed(many, database.attached)}\n\n`);
  return many + report.unchanged > 0 || report.skipped === 0 ? 0 : 1;
}

const mailed = (many: number, isRunning: boolean): string =>
  isRunning
    ? `  The Convene that runs mails ${many} of them.`
    : `  ${many} of them are mailed as soon as Convene runs: npm start.`;

async function networkCalled(
  manager: Tools["services"]["stakeholders"]["parts"]["db"]["manager"],
  text: string,
): Promise<Network> {
  const found = await manager.find(Network, { where: [{ id: text }, { name: text }], take: 2 });
  const [network, another] = found;
  if (!network) throw new StartError(`There is no network ${text}.`);
  if (another) throw new StartError(`Several networks are called ${text}: write the id (net_…).`);
  return network;
}

function readRequest(args: readonly string[]): Request {
  const { values, positionals } = readOptions(args);
  const [network, path, ...more] = positionals;
  if (network === undefined || path === undefined || more.length > 0) throw new StartError(USAGE);
  return { network, path, resend: values.resend };
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { resend: { type: "boolean", default: false } },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
