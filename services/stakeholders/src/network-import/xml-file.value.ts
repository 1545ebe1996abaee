import { fileProblem } from "@convene/shared/table/file-problem";
import { DOMParser } from "@xmldom/xmldom";
import { MultiGraph } from "graphology";
import { parse as parseGexf } from "graphology-gexf";
import { parse as parseGraphml } from "graphology-graphml";
import type { AbstractGraph } from "graphology-types";
import { networkOf } from "./graph-file.value.ts";
import { type NetworkFile, readAs } from "./network-file.value.ts";

const FORMS = { graphml: "GraphML", gexf: "GEXF" } as const;

/**
 * GraphML or GEXF, by graphology's readers. A file that declares entities, or any type of document,
 * is refused before it is parsed: what is written out here could not be told from its size.
 *
 * @throws BAD_USER_INPUT
 */
export function readXml(text: string): NetworkFile {
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) {
    throw fileProblem("The file declares a type of document (DOCTYPE), which is not taken in");
  }
  if (isNestedDeep(text)) throw fileProblem("The elements of the file are nested too deep");
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(withoutProlog(text))?.[1]?.toLowerCase();
  if (root !== "graphml" && root !== "gexf") {
    throw fileProblem("The file is XML, and neither GraphML nor GEXF");
  }
  const graph = readAs(FORMS[root], () => {
    const document = parsed(text);
    return root === "graphml"
      ? parseGraphml(MultiGraph, document)
      : parseGexf(MultiGraph, document, { allowUndeclaredAttributes: true });
  });
  return networkIn(graph);
}

/** No program nests deeper; each level is looked through again by the readers. */
const DEEPEST = 50;
const TAG = /<(\/?)[\p{L}_:][^\s<>/"']*((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu;

function isNestedDeep(text: string): boolean {
  let depth = 0;
  for (const [, closing, rest] of text
    .replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, "")
    .matchAll(TAG)) {
    if (closing === "/") depth -= 1;
    else if (rest?.endsWith("/") !== true) depth += 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const withoutProlog = (text: string): string => text.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, "");

/** What the parser would else only write to its log is an end here: half a file is none. */
function parsed(text: string): Document {
  const fail = (message: string) => {
    throw new Error(message.replace(/\s+/g, " "));
  };
  const errorHandler = { warning: () => undefined, error: fail, fatalError: fail };
  return new DOMParser({ errorHandler }).parseFromString(text, "application/xml");
}

const networkIn = (graph: AbstractGraph): NetworkFile =>
  networkOf(
    graph.mapNodes((id, attributes) => ({ id, attributes })),
    graph.edges().map((key) => ({
      source: graph.source(key),
      target: graph.target(key),
      attributes: graph.getEdgeAttributes(key),
    })),
  );
