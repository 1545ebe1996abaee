import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ALLOWED, ALLOWED_FOR, SAID_IN_FILE } from "./licence-rules.ts";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      link: z.boolean().default(false),
    }),
  ),
});

export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says; null where it says nothing. */
  readonly licence: string | null;
}

const INSTALLED = "node_modules/";

/** Everything that is installed with the product, by the lock file; what only builds it apart. */
export function licensedPackages(root: string): readonly LicensedPackage[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  return Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path.includes(INSTALLED) && !dev && !link)
    .map(([path, { version = "", license = null }]) => {
      const name = path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length);
      return { name, version, licence: license ?? SAID_IN_FILE[name] ?? null };
    });
}

export const isAllowed = ({ name, licence }: LicensedPackage): boolean =>
  licence !== null && (ALLOWED.includes(licence) || ALLOWED_FOR[licence]?.includes(name) === true);

/** One line for each licence: how many packages have it, and some of them. */
export function licenceTable(packages: readonly LicensedPackage[]): string {
  const byLicence = new Map<string, string[]>();
  for (const { name, licence } of packages) {
    const key = licence ?? "none that it tells of";
    byLicence.set(key, [...(byLicence.get(key) ?? []), name]);
  }
  const width = Math.max(...[...byLicence.keys()].map(({ length }) => length));
  return [...byLicence]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([licence, names]) => {
      const some = [...new Set(names)].toSorted();
      const more = some.length > SHOWN ? ", …" : "";
      const shown = some.slice(0, SHOWN).join(", ") + more;
      return `  ${licence.padEnd(width)} ${String(names.length).padStart(5)}  ${shown}\n`;
    })
    .join("");
}

const SHOWN = 4;
