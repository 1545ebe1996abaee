import { fileURLToPath } from "node:url";
import { isAllowed, licensedPackages, licenceTable } from "../licence/licences.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** `npm run licences`: under which licences the packages of the product are, and which may not be. */
export function run(_args: readonly string[]): Promise<number> {
  const packages = licensedPackages(root);
  const refused = packages.filter((one) => !isAllowed(one));
  process.stdout.write(licenceTable(packages));
  for (const { name, version, licence } of refused) {
    process.stdout.write(`Not allowed: ${name} ${version}, ${licence ?? "without a licence"}\n`);
  }
  return Promise.resolve(refused.length > 0 ? 1 : 0);
}
