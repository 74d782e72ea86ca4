import type { TrainedKind } from '#shared/domain/training.ts';

/** The kinds of model as people say them. */
export const trainedWords: Readonly<Record<TrainedKind, string>> = {
  linear: 'Linear',
  logistic: 'Logistic',
  'boosted-trees': 'Boosted trees',
};
