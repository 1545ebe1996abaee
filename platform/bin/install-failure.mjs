import { LaunchError } from "./launch-error.mjs";

const NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

const hostOf = (output) => /https?:\/\/([^/\s:]+)/.exec(output)?.[1] ?? "the registry";

const KNOWN = [
  [
    NETWORK,
    (output) =>
      `Convene needs the internet to install its packages, and ${hostOf(output)} cannot be ` +
      `reached (${NETWORK.exec(output)?.[1]}): connect this machine, then run the command again.`,
  ],
  [/\bENOSPC\b/, () => "The disk is full: make room for about 700 MB, then run the command again."],
  [
    /\b(EACCES|EPERM|EROFS)\b/,
    () => "This user may not write into node_modules: run the command as the owner of this folder.",
  ],
  [
    /\bspawn npm\b|npm: not found|not recognized/,
    () => "npm was not found: install it together with Node.js from https://nodejs.org.",
  ],
];

const LOCK_INCOMPLETE = /can only install packages when your package\.json and package-lock\.json/;

/** npm's report, as one sentence. */
export function installFailure(output) {
  return Object.assign(explain(output), { lockIncomplete: LOCK_INCOMPLETE.test(output) });
}

function explain(output) {
  const known = KNOWN.find(([pattern]) => pattern.test(output));
  if (known) return new LaunchError(known[1](output));
  const lines = output.split("\n").map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim());
  const reason = lines.find((line) => line && !line.startsWith("code ")) ?? "npm gave no reason";
  const log = /complete log of this run can be found in: (\S+)/.exec(output)?.[1];
  const more = log ? ` (the whole report is in ${log})` : "";
  return new LaunchError(
    `The packages could not be installed: ${reason.replace(/\.$/, "")}${more}.`,
  );
}
