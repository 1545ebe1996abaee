import { resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "@convene/shared/errors";
import { DateScalar } from "@convene/shared/scalars";
import { readSource } from "@convene/stakeholders/organisation/organisation-origin.value";
import { Presets, SingleBar } from "cli-progress";
import { readPlatformConfig } from "../config.ts";
import { type FileImport, importFile } from "../import/import-file.ts";
import { IMPORT_KINDS, isImportKind } from "../import/import-kind.ts";
import { printReport } from "../import/report-print.ts";
import { StartError } from "../postgres/start-error.ts";
import { withTools } from "../runtime/tools.ts";

const USAGE = `What shall be imported?
  npm run import -- ${IMPORT_KINDS.join("|")} FILE
    --dry-run             say what would happen, and change nothing
    --map column=field    which column is which field, where its title does not tell; repeatable
    --sheet NAME          which sheet of a workbook (unless told, the first that is not hidden)
    --scheme NAME         under which scheme the file's own identifiers are kept
                          (unless told, the name of the folder that the file lies in)
    --source NAME         where the file comes from, which its organisations keep as their provenance
                          (unless told, the name of the file)
    --source-url URL      its address;  --license TEXT;  --retrieved-on DATE`;

/** `npm run import`: a table into the graph, beside a Convene that runs or alone. */
export async function run(args: readonly string[]): Promise<number> {
  const request = readRequest(args);
  return withTools(readPlatformConfig(), async ({ services, catchUp }) => {
    const bar = progressBar();
    try {
      const report = await importFile(services, { ...request, onProgress: bar.update });
      await catchUp();
      bar.stop();
      printReport(report, process.stdout);
      return report.created + report.updated + report.unchanged > 0 || report.skipped === 0 ? 0 : 1;
    } catch (error) {
      bar.stop();
      if (error instanceof AppError) throw new StartError(error.message);
      throw error;
    }
  });
}

function readRequest(args: readonly string[]): FileImport {
  const { values, positionals } = readOptions(args);
  const [kind = "", path, ...more] = positionals;
  if (!isImportKind(kind) || path === undefined || more.length > 0) throw new StartError(USAGE);
  return {
    kind,
    path,
    dryRun: values["dry-run"],
    map: values.map,
    sheet: values.sheet,
    scheme: values.scheme ?? schemeOf(path),
    source: sourceOf(values),
  };
}

type Options = ReturnType<typeof readOptions>["values"];

function sourceOf({ source, "source-url": url, license, "retrieved-on": on }: Options) {
  if ([source, url, license, on].every((told) => told === undefined)) return null;
  try {
    const retrievedOn = on === undefined ? null : String(DateScalar.parseValue(on));
    return readSource("--source", { source: source ?? "", url, license, retrievedOn });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        map: { type: "string", multiple: true, default: [] },
        sheet: { type: "string" },
        scheme: { type: "string" },
        source: { type: "string" },
        "source-url": { type: "string" },
        license: { type: "string" },
        "retrieved-on": { type: "string" },
      },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** `ocha-3w` of `data/ocha-3w/organisations.csv`; `import` where there is no folder. */
function schemeOf(path: string): string {
  const folder = resolve(path).split(sep).at(-2) ?? "";
  return folder === "" ? "import" : folder;
}

function progressBar() {
  const bar = new SingleBar(
    { format: "  {bar} {percentage}% · {rows} rows", hideCursor: true, clearOnComplete: true },
    Presets.rect,
  );
  let started = false;
  return {
    update: ({ bytes, total, rows }: { bytes: number; total: number; rows: number }) => {
      if (!started) bar.start(total, 0, { rows });
      started = true;
      bar.update(bytes, { rows });
    },
    stop: () => {
      bar.stop();
    },
  };
}
