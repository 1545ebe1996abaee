import { fileProblem } from "@convene/shared/table/file-problem";
import { networkOf } from "./graph-file.value.ts";
import { readLinkedData } from "./linked-data-file.value.ts";
import { listIn, type NetworkFile, objectIn, readAs, textIn } from "./network-file.value.ts";
import { readPopolo } from "./popolo-file.value.ts";

/**
 * Node-link JSON, JSON-LD or Popolo: which, what stands in it tells.
 *
 * @throws BAD_USER_INPUT
 */
export function readJson(text: string): NetworkFile {
  const whole = readAs("JSON", (): unknown => JSON.parse(text));
  const first = objectIn(listIn(whole)[0]);
  if ("@context" in first || "@graph" in first || "@type" in first) return readLinkedData(whole);
  if (Array.isArray(first["nodes"])) return readNodeLink(first);
  if (POPOLO.some((name) => name in first)) return readPopolo(whole);
  throw fileProblem("The JSON is neither node-link data, nor JSON-LD, nor Popolo");
}

const POPOLO = [
  ...["organizations", "memberships", "persons", "other_names", "identifiers"],
  ...["classification", "name"],
];

/** As NetworkX and D3 write it. */
function readNodeLink(file: Readonly<Record<string, unknown>>): NetworkFile {
  const nodes = listIn(file["nodes"]).map(objectIn);
  const links = listIn(file["links"] ?? file["edges"]).map(objectIn);
  return networkOf(
    nodes.map((attributes) => ({ id: textIn(attributes["id"]), attributes })),
    links.map((attributes) => ({
      source: endOf(attributes["source"]),
      target: endOf(attributes["target"]),
      attributes,
    })),
  );
}

/** D3 puts the node itself where its id was. */
const endOf = (end: unknown): string | null => textIn(end) ?? textIn(objectIn(end)["id"]);
