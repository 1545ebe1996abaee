/*
 * Metrics and places of one network, in a thread of its own. The algorithms are graphology's.
 * Plain JavaScript, so that it starts without a compiler. Same network, same answer.
 */
import { parentPort, workerData } from "node:worker_threads";
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import forceAtlas2 from "graphology-layout-forceatlas2";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import closeness from "graphology-metrics/centrality/closeness.js";
import eigenvector from "graphology-metrics/centrality/eigenvector.js";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { density } from "graphology-metrics/graph/density.js";
import { bridgesOf, estimated, randomBy, SAMPLE } from "./path-following.worker.mjs";

/** Above so many nodes paths are followed from a sample of them. */
const MOST_EXACT = 2_000;

const rounded = (value) => Number(value.toPrecision(6));

/** Ties between the same two count as one edge, which weighs as many. */
function graphOf({ size, ties }) {
  const graph = new UndirectedGraph();
  for (let node = 0; node < size; node += 1) {
    const angle = node * 2.399963;
    graph.addNode(String(node), {
      x: Math.sqrt(node + 1) * Math.cos(angle),
      y: Math.sqrt(node + 1) * Math.sin(angle),
    });
  }
  for (const [source, target] of ties) {
    if (source === target) continue;
    graph.updateEdge(String(source), String(target), ({ weight = 0 }) => ({ weight: weight + 1 }));
  }
  return graph;
}

/** The part of directed ties between two organisations that are returned; null where are none. */
function reciprocityOf(ties) {
  const directed = new Set(
    ties.filter(([, , isMutual]) => isMutual).map(([source, target]) => `${source} ${target}`),
  );
  if (directed.size === 0) return null;
  const returned = [...directed].filter((way) => directed.has(way.split(" ").reverse().join(" ")));
  return rounded(returned.length / directed.size);
}

const adjacencyOf = (graph) =>
  Array.from({ length: graph.order }, (_, node) => graph.neighbors(String(node)).map(Number));

const valuesOf = (mapping, size) =>
  Array.from({ length: size }, (_, node) => mapping[String(node)] ?? 0);

function exact(graph) {
  const size = graph.order;
  if (size === 0) return { betweenness: [], closeness: [] };
  return {
    betweenness: valuesOf(betweenness(graph, { getEdgeWeight: null }), size),
    closeness: valuesOf(closeness(graph, { wassermanFaust: true }), size),
  };
}

/** Null for all where the iteration does not come to rest. */
function settled(compute, graph) {
  if (graph.size === 0) return Array.from({ length: graph.order }, () => 0);
  try {
    return valuesOf(compute(graph, { getEdgeWeight: "weight", maxIterations: 1_000 }), graph.order);
  } catch {
    return Array.from({ length: graph.order }, () => null);
  }
}

/** Numbered as they are met. */
function communitiesOf(graph) {
  if (graph.size === 0) {
    return { of: Array.from({ length: graph.order }, (_, node) => node), modularity: 0 };
  }
  const { communities, modularity } = louvain.detailed(graph, { rng: randomBy(graph.order) });
  const numbers = new Map();
  const of = valuesOf(communities, graph.order).map((community) => {
    if (!numbers.has(community)) numbers.set(community, numbers.size);
    return numbers.get(community);
  });
  return { of, modularity: rounded(modularity) };
}

function placesOf(graph) {
  if (graph.order === 0) return [];
  const iterations = graph.order <= 500 ? 300 : graph.order <= MOST_EXACT ? 100 : 30;
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 500 };
  const places = forceAtlas2(graph, { iterations, settings });
  return Array.from({ length: graph.order }, (_, node) => {
    const { x, y } = places[String(node)];
    return { x: rounded(x), y: rounded(y) };
  });
}

function analyse(network) {
  const graph = graphOf(network);
  const adjacency = adjacencyOf(graph);
  const isSampled = graph.order > MOST_EXACT;
  const paths = isSampled ? estimated(adjacency) : exact(graph);
  const [eigen, rank] = [settled(eigenvector, graph), settled(pagerank, graph)];
  const { of: community, modularity } = communitiesOf(graph);
  const places = placesOf(graph);
  const orNull = (value) => (value === null ? null : rounded(value));
  return {
    ties: network.ties.length,
    density: graph.order < 2 ? 0 : rounded(density(graph)),
    reciprocity: reciprocityOf(network.ties),
    modularity,
    sample: isSampled ? SAMPLE : null,
    ...bridgesOf(adjacency),
    nodes: adjacency.map((near, node) => ({
      degree: near.length,
      closeness: rounded(paths.closeness[node]),
      betweenness: rounded(paths.betweenness[node]),
      eigenvector: orNull(eigen[node]),
      pageRank: orNull(rank[node]),
      community: community[node],
      ...places[node],
    })),
  };
}

const { wanted, ...network } = workerData;
parentPort.postMessage(wanted === "places" ? placesOf(graphOf(network)) : analyse(network));
