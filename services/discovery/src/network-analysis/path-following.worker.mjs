/*
 * What graphology has not: bridges, and estimates from a sample of nodes where all would take too
 * long. Networks are lists of neighbours, by number.
 */

/** From how many nodes ways are followed. */
export const SAMPLE = 400;

/** The same each time, as even as is needed here (mulberry32). */
export function randomBy(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Edges without which their ends would be in different parts, and how many parts there are (Tarjan). */
export function bridgesOf(adjacency) {
  const order = new Int32Array(adjacency.length).fill(-1);
  const low = new Int32Array(adjacency.length);
  const bridges = [];
  let clock = 0;
  let components = 0;
  for (let root = 0; root < adjacency.length; root += 1) {
    if (order[root] >= 0) continue;
    components += 1;
    const stack = [{ node: root, parent: -1, next: 0 }];
    order[root] = low[root] = clock++;
    while (stack.length > 0) {
      const top = stack.at(-1);
      const { node, parent } = top;
      if (top.next < adjacency[node].length) {
        const other = adjacency[node][top.next++];
        if (other === parent) continue;
        if (order[other] >= 0) low[node] = Math.min(low[node], order[other]);
        else {
          order[other] = low[other] = clock++;
          stack.push({ node: other, parent: node, next: 0 });
        }
        continue;
      }
      stack.pop();
      if (parent < 0) continue;
      low[parent] = Math.min(low[parent], low[node]);
      if (low[node] > order[parent]) {
        bridges.push([Math.min(node, parent), Math.max(node, parent)]);
      }
    }
  }
  const sorted = bridges.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return { bridges: sorted, components };
}

/** Brandes from one node: adds what it is worth to `between`, and tells how far all others are. */
function follow(adjacency, source, between) {
  const distance = new Int32Array(adjacency.length).fill(-1);
  const ways = new Float64Array(adjacency.length);
  const worth = new Float64Array(adjacency.length);
  const queue = [source];
  distance[source] = 0;
  ways[source] = 1;
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at];
    for (const other of adjacency[node]) {
      if (distance[other] < 0) {
        distance[other] = distance[node] + 1;
        queue.push(other);
      }
      if (distance[other] === distance[node] + 1) ways[other] += ways[node];
    }
  }
  for (let at = queue.length - 1; at > 0; at -= 1) {
    const node = queue[at];
    for (const other of adjacency[node]) {
      if (distance[other] === distance[node] - 1) {
        worth[other] += (ways[other] / ways[node]) * (1 + worth[node]);
      }
    }
    between[node] += worth[node];
  }
  return distance;
}

/** From a sample drawn once and for all: what all would give, give or take. */
export function estimated(adjacency) {
  const size = adjacency.length;
  const random = randomBy(size);
  const sources = Array.from({ length: size }, (_, node) => node);
  for (let at = 0; at < SAMPLE; at += 1) {
    const other = at + Math.floor(random() * (size - at));
    [sources[at], sources[other]] = [sources[other], sources[at]];
  }
  const between = new Float64Array(size);
  const [count, total] = [new Float64Array(size), new Float64Array(size)];
  for (const source of sources.slice(0, SAMPLE)) {
    const distance = follow(adjacency, source, between);
    for (let node = 0; node < size; node += 1) {
      if (distance[node] <= 0) continue;
      count[node] += 1;
      total[node] += distance[node];
    }
  }
  const pairs = ((size - 1) * (size - 2) * SAMPLE) / size;
  return {
    betweenness: Array.from(between, (sum) => sum / pairs),
    closeness: Array.from(count, (near, node) =>
      near === 0 ? 0 : (near / SAMPLE) * (near / total[node]),
    ),
  };
}
