/** Items of one ranking that have the same score, so that nothing says which comes first. */
export interface TiedItems {
  readonly items: number;
  readonly relevant: number;
  /** Sum of their gains. */
  readonly gain: number;
}

/** One ranking with at least one relevant item: the list of one user, or the answer to one query. */
export interface RankingEvidence {
  readonly items: number;
  readonly relevant: number;
  /** From the best score down; complete for the places that are asked for. */
  readonly ranked: readonly TiedItems[];
  /** The same items from the most relevant down. */
  readonly ideal: readonly TiedItems[];
}
