import { jest } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { PATIENCE, runCommand } from "../test/command-process.ts";

jest.setTimeout(PATIENCE);

interface Component {
  readonly name: string;
  /** `pkg:npm/%40scope/name@version` */
  readonly purl: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { name?: string; version?: string; dev?: boolean }>>;
}

it("lists all that is shipped as CycloneDX, by one command, and nothing that only builds or tests it", async () => {
  const { code, stdout } = await runCommand(["sbom"], {});
  expect(code).toBe(0);
  const bom = JSON.parse(stdout) as { bomFormat: string; components: Component[] };
  expect(bom.bomFormat).toBe("CycloneDX");
  const listed = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl)));
  const lock = JSON.parse(await readFile(`${import.meta.dirname}/../../package-lock.json`, "utf8"));
  const { packages } = lock as Lock;
  const shipped = Object.entries(packages).filter(
    ([path, { dev }]) => path.includes("node_modules/") && !path.includes("@convene/") && !dev,
  );
  expect(shipped.length).toBeGreaterThan(500);
  const missing = shipped.filter(([path, { name, version = "" }]) => {
    const called = name ?? path.split("node_modules/").at(-1) ?? "";
    return !listed.has(`pkg:npm/${called}@${version}`);
  });
  expect(missing).toEqual([]);
  expect([...listed].filter((purl) => purl.includes("@convene/bench"))).toEqual([]);
  expect([...listed].some((purl) => purl.includes("@convene/gateway"))).toBe(true);
  for (const name of ["jest", "typescript-eslint", "prettier"]) {
    expect([
      name,
      packages[`node_modules/${name}`]?.dev,
      bom.components.some((one) => one.name === name),
    ]).toEqual([...[name, true, false]]);
  }
});
