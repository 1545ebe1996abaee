import {
  EMPTY_WORDS,
  ROLES,
  ROLES_ELSEWHERE,
  ROOMS,
  type Room,
  SERVICE,
  SERVICE_ROOTS,
  SHARED_FILES,
  SHARED_FOLDERS,
  SINGULAR_ALL_THE_SAME,
  TOP_FILES,
  TOP_FOLDERS,
} from "./structure-rules.ts";

export interface StructureProblem {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly why: string;
}

type Reason = string | null;
type Parts = readonly string[];

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
/** In rooms, code has a kebab-case name and at most one role, then perhaps `test`. */
const CODE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?(\.test)?\.(ts|tsx|mjs|cjs)$/;
const FEATURE_FILE =
  /^(?<noun>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?<role>[a-z]+))?(?<test>\.test)?(?<extension>\.ts|\.mjs)$/;

/** Every file that stands or is named against the rules; one reason for each. */
export function checkStructure(paths: readonly string[]): StructureProblem[] {
  return paths.flatMap((path) => {
    const why = reasonAgainst(path.split("/"));
    return why === null ? [] : [{ path, why }];
  });
}

function reasonAgainst(parts: Parts): Reason {
  return emptyName(parts) ?? misplaced(parts);
}

function emptyName(parts: Parts): Reason {
  const word = parts
    .flatMap((part) => part.toLowerCase().split(/[-._]/))
    .find((part) => EMPTY_WORDS.includes(part));
  if (word !== undefined) return `"${word}" says nothing: name what is inside`;
  const name = parts.at(-1) ?? "";
  if (/^index\./.test(name) && CODE.test(name)) return "no barrels: import the file that holds it";
  return null;
}

function misplaced(parts: Parts): Reason {
  const [top = "", ...rest] = parts;
  if (rest.length === 0) return TOP_FILES.includes(top) ? null : "not a file of the top level";
  if (TOP_FOLDERS.includes(top)) return null;
  if (top === "services") return inService(rest);
  const room = has(ROOMS, top) ? ROOMS[top] : undefined;
  if (!room) return `${top}/ is not a room`;
  return inRoom(room, rest) ?? (top === "shared" ? inShared(rest) : elsewhere(rest));
}

function inRoom(room: Room, [first = "", ...rest]: Parts): Reason {
  const allowed = rest.length === 0 ? room.files : room.folders;
  return allowed.includes(first) ? null : `this room holds only ${list(allowed)} here`;
}

function inService([name = "", ...rest]: Parts): Reason {
  if (rest.length === 0) return "services/ holds folders only, one for each service";
  if (!KEBAB.test(name)) return `${name} is not kebab-case`;
  const against = inRoom(SERVICE, rest);
  if (against !== null) return against;
  const [folder, ...inside] = rest;
  if (folder === "src") return inServiceSource(inside);
  return folder === "migrations" ? inMigrations(inside) : elsewhere(rest);
}

function inMigrations([name = "", ...deeper]: Parts): Reason {
  if (deeper.length === 0 && /^\d{13}-[a-z0-9-]+\.ts$/.test(name)) return null;
  return "a migration is TIMESTAMP-what-it-does.ts, with 13 digits";
}

function inServiceSource([first = "", file, ...deeper]: Parts): Reason {
  if (file === undefined) {
    if (has(SERVICE_ROOTS, first)) return null;
    return `only ${list(Object.keys(SERVICE_ROOTS))} stand here: put it into its feature's folder`;
  }
  if (deeper.length > 0) return "a feature folder holds files only";
  return badNoun(first) ?? badFeatureFile(file);
}

function badNoun(noun: string): Reason {
  if (!KEBAB.test(noun)) return `${noun}/ is not kebab-case`;
  const last = noun.split("-").at(-1) ?? "";
  const plural = /[^su]s$/.test(last) && !last.endsWith("is");
  if (!plural || SINGULAR_ALL_THE_SAME.includes(last)) return null;
  return `${noun}/ is a plural: a feature is named by its noun in the singular`;
}

function badFeatureFile(file: string): Reason {
  const named = FEATURE_FILE.exec(file)?.groups;
  if (!named) return "not noun.role.ts in kebab-case";
  const { role, test, extension } = named;
  if ((extension === ".mjs") !== (role === "worker")) return "only a worker is .mjs, and it is";
  if (role === undefined) return test === undefined ? "has no role: want noun.role.ts" : null;
  return has(ROLES, role) ? null : `"${role}" is not a role`;
}

function inShared([, first, ...deeper]: Parts): Reason {
  if (first === undefined) return null;
  const subject = first.replace(/\.test\.ts$/, ".ts");
  const known = deeper.length === 0 ? has(SHARED_FILES, subject) : has(SHARED_FOLDERS, first);
  if (!known) return "not in the list of what shared/ holds (structure-rules.ts): a decision";
  return elsewhere(deeper.length === 0 ? [first] : deeper);
}

/** Outside of the services: kebab-case, and a role, if any, from the list. */
function elsewhere(parts: Parts): Reason {
  const folders = parts.slice(0, -1);
  const file = parts.at(-1) ?? "";
  const folder = folders.find((name) => !KEBAB.test(name));
  if (folder !== undefined) return `${folder}/ is not kebab-case`;
  if (!CODE.test(file)) return null;
  if (!CODE_NAME.test(file)) return "not kebab-case, or with more than one role";
  const [, role = ""] = file.split(".");
  if (file.split(".").length < 3 || has(ROLES_ELSEWHERE, role)) return null;
  return `"${role}" is not a role`;
}

const has = (names: object, name: string) => Object.hasOwn(names, name);
const list = (names: readonly string[]) => names.join(", ");
