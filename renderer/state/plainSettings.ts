import type { ReportSettings } from '#shared/domain/settings.ts';

/** The settings as they came. The window does not carry the schemas; a test keeps the two equal. */
export const plainSettings: ReportSettings = {
  sections: null,
  columns: null,
  ignore: [],
  kinds: {},
  roles: { target: null, prediction: null, id: null, datetime: null, weight: null, probabilities: {} },
  model: null,
  missing: ['null', 'nan'],
  drift: { method: null, methods: {}, threshold: null, thresholds: {}, alternative: 'two-sided', share: 0.5, adjust: 'none' },
  binning: { kind: 'sturges-pooled' },
  correlations: { method: 'pearson' },
  weakSegments: { minimumShare: 0.05 },
  compat: 'none',
  importances: {},
  ranking: { group: null, k: [10], predictionIs: 'score', relevantFrom: null, gain: 'linear', withoutRelevant: 'left-out' },
  fairness: { sensitive: [], privileged: {}, resamples: 1000, seed: 0, smallGroup: 30 },
  outliers: { iqrFactor: 1.5, zLimit: 3 },
  multivariate: { pieces: 10, keptVariance: 0.65, heldOut: true, classifierRows: 10_000, classifierThreshold: 0.65 },
  performance: { task: null, positiveLabel: null, probabilityThreshold: 0.5, topRows: null },
  estimation: { chunks: 10, errors: 'segments' },
  segments: { by: [], minimumRows: 30, confidence: null, replicates: 1000 },
  derive: [],
  where: null,
  sample: null,
};
