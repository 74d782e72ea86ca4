import type { ReportSettings } from '#shared/domain/settings.ts';

/** The settings as they came. The window does not carry the schemas; a test keeps the two equal. */
export const plainSettings: ReportSettings = {
  sections: null,
  columns: null,
  ignore: [],
  kinds: {},
  roles: { target: null, prediction: null, id: null, datetime: null, probabilities: {} },
  missing: ['null', 'nan'],
  drift: { method: null, methods: {}, threshold: null, thresholds: {}, alternative: 'two-sided', share: 0.5 },
  binning: { kind: 'sturges-pooled' },
  performance: { task: null, positiveLabel: null, probabilityThreshold: 0.5, topRows: null },
  estimation: { chunks: 10, errors: 'segments' },
  segments: { by: [], minimumRows: 30, confidence: null, replicates: 1000 },
  where: null,
  sample: null,
};
