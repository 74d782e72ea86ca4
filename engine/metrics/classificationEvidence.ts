/** Sums over the probabilities of one side, for the positive class. With weights every row counts as much as its weight. */
export interface ScoreEvidence {
  readonly positives: number;
  readonly negatives: number;
  /** Pairs of a positive and a negative row in which the positive one has the higher probability; ties count half. */
  readonly concordantPairs: number;
  /** Σ over distinct probabilities, from the highest down: new positives × precision so far. */
  readonly precisionSum: number;
  readonly logLossSum: number;
  readonly squaredErrorSum: number;
  /** Σ over equal bins of [0, 1]: |positives − sum of probabilities|. */
  readonly calibrationGapSum: number;
}

/** The same for one of several classes against all others. */
export interface ClassScoreEvidence extends ScoreEvidence {
  /** Over the rows of this class alone. */
  readonly positiveLogLossSum: number;
}

/** What classification metrics are worked out from, of one side. */
export interface ClassificationEvidence {
  readonly rows: number;
  /** Sum of their weights; the rows where none are named. */
  readonly weight: number;
  /** Weights (rows where none are named) by true class (first index) and predicted class (second). */
  readonly matrix: readonly (readonly number[])[];
  /** Index of the positive class where there are two; null means the mean over classes. */
  readonly positive: number | null;
  readonly scores: ScoreEvidence | null;
  /** One a class in the order of the matrix, where there are several and each has a probability. */
  readonly classScores?: readonly ClassScoreEvidence[] | null;
}
