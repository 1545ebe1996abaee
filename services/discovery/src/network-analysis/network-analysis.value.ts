/** What a thread is given: nodes by their number, and who is tied to whom. */
export interface NumberedNetwork {
  readonly size: number;
  /** From, to, and whether it could as well lead back: a relationship between organisations. */
  readonly ties: readonly (readonly [number, number, boolean])[];
}

/** Where a node is drawn, by its number. */
export interface NumberedPlace {
  readonly x: number;
  readonly y: number;
}

/** Of one node, by its number. */
export interface NodeNumbers extends NumberedPlace {
  readonly degree: number;
  readonly closeness: number;
  readonly betweenness: number;
  readonly eigenvector: number | null;
  readonly pageRank: number | null;
  readonly community: number;
}

/** What a thread answers. */
export interface NetworkNumbers {
  readonly ties: number;
  readonly density: number;
  readonly reciprocity: number | null;
  readonly modularity: number;
  readonly components: number;
  /** From how many nodes paths were followed; null for all. */
  readonly sample: number | null;
  readonly bridges: readonly (readonly [number, number])[];
  readonly nodes: readonly NodeNumbers[];
}

export interface NodeMetric extends NodeNumbers {
  readonly id: string;
}

/** Where a node is drawn. */
export interface NodePlace extends NumberedPlace {
  readonly id: string;
}
