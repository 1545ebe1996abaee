import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * How to call npm: the one that called this script, or the one that came with this Node, or
 * whatever the shell finds. As a script of Node's it needs no shell, also on Windows.
 */
export function npmCommand() {
  const node = dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath ?? "",
    join(node, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(node, "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((path) => basename(path) === "npm-cli.js" && existsSync(path));
  return script
    ? { file: process.execPath, args: [script], shell: false }
    : { file: "npm", args: [], shell: process.platform === "win32" };
}
