import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { npmCommand } from "./npm-program.mjs";

const INSTALLED = "node_modules/";

/** Parts of this repository that nobody is given. */
const NOT_SHIPPED = ["@convene/bench"];

/**
 * `npm run sbom`: what the product is made of, as CycloneDX. npm lists everything, and the lock file
 * says what is there to build and test alone: `npm sbom --omit=dev` also leaves out what one part of
 * the product needs to run, and another to be tested.
 */
export async function runSbom(root) {
  const { code, answer } = await listed(root);
  if (code !== 0) return code;
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  process.stdout.write(`${JSON.stringify(shippedOf(JSON.parse(answer), lock), null, 2)}\n`);
  return 0;
}

/** The bill without what is not shipped. */
function shippedOf(bom, { packages }) {
  const shipped = new Set(
    Object.entries(packages)
      .filter(([path, { dev, link }]) => path.includes(INSTALLED) && !dev && !link)
      .map(([path, { name = nameAt(path), version }]) => `${name}@${version}`),
  );
  const components = bom.components.filter(
    (component) => shipped.has(component["bom-ref"]) || isOwn(component["bom-ref"]),
  );
  const refs = new Set(components.map((component) => component["bom-ref"]));
  refs.add(bom.metadata.component["bom-ref"]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => refs.has(on)) }));
  return { ...bom, components, dependencies };
}

const isOwn = (ref) =>
  ref.startsWith("@convene/") && !NOT_SHIPPED.some((name) => ref.startsWith(`${name}@`));

const nameAt = (path) => path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length);

async function listed(root) {
  const { file, args, shell } = npmCommand();
  const asked = [...args, "sbom", "--package-lock-only", "--sbom-format=cyclonedx"];
  const stdio = ["ignore", "pipe", "inherit"];
  const child = spawn(file, asked, { cwd: root, shell, stdio });
  let answer = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (answer += text));
  const code = await new Promise((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  return { code, answer };
}
