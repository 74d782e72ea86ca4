import { z } from 'zod';
import { numericHistogram, reasons } from './profile.ts';

export const performanceTask = z.enum(['regression', 'classification']);
export type PerformanceTask = z.infer<typeof performanceTask>;

/** One metric on both sides. The ids are those of docs/metrics. */
const metricRow = z.object({
  metric: z.string().describe('Id of the metric.'),
  reference: z.number().nullable(),
  current: z.number().nullable(),
  reasons,
});
export type MetricRow = z.infer<typeof metricRow>;

/** What the same metric says of a guess that knows no feature, only the reference's targets. */
const baselineRow = metricRow.extend({
  predicts: z.string().describe('What the baseline predicts for every row, in words.'),
  value: z.union([z.number(), z.string()]).nullable().describe('The constant it predicts; null where there is none.'),
});
export type BaselineRow = z.infer<typeof baselineRow>;

export const usedRows = z.object({
  rows: z.int().nonnegative(),
  used: z.int().nonnegative(),
  leftOut: z.int().nonnegative().describe('Rows whose target or prediction is null, NaN or infinite.'),
});
export type UsedRows = z.infer<typeof usedRows>;

const errorGroup = z.object({
  group: z.enum(['underestimated', 'majority', 'overestimated']),
  rows: z.int().nonnegative(),
  meanError: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  reasons,
});
export type ErrorGroup = z.infer<typeof errorGroup>;

const cells = z
  .array(z.tuple([z.int(), z.int(), z.int()]))
  .describe('[bin of the target, bin of the prediction, rows], without empty ones.');

const common = {
  target: z.string(),
  prediction: z.string(),
  taskReason: z.string().describe('One sentence: which rule gave the task.'),
  rows: z.object({ reference: usedRows.nullable(), current: usedRows.nullable() }),
  metrics: z.array(metricRow),
  baselines: z.array(baselineRow),
};

export const regressionPerformance = z.object({
  task: z.literal('regression'),
  ...common,
  zeroTargets: z
    .object({ reference: z.int().nullable(), current: z.int().nullable() })
    .describe('Rows whose target is 0; the percentage error leaves them out.'),
  errorQuantiles: z
    .array(z.object({ share: z.number(), reference: z.number().nullable(), current: z.number().nullable(), reasons }))
    .describe('Of prediction − target, linear interpolation (type 7).'),
  errorGroups: z.object({ reference: z.array(errorGroup), current: z.array(errorGroup) }),
  errorHistogram: numericHistogram.nullable(),
  predictedAgainstActual: z
    .object({
      edges: z.array(z.number()).describe('Of both axes; what lies beyond counts in the first and last bin.'),
      reference: cells,
      current: cells,
    })
    .nullable(),
});
export type RegressionPerformance = z.infer<typeof regressionPerformance>;

const classSide = z.object({
  actual: z.int().nonnegative().describe('Rows that are of this class.'),
  predicted: z.int().nonnegative().describe('Rows that are predicted to be.'),
  share: z.number().nullable().describe('Of the rows used.'),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
  reasons,
});
export type ClassSide = z.infer<typeof classSide>;

const thresholdSide = z.object({
  threshold: z.number(),
  predicted: z.int().nonnegative().describe('Rows whose probability is at least the threshold.'),
  truePositives: z.int().nonnegative(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  specificity: z.number().nullable(),
  f1: z.number().nullable(),
  reasons,
});
export type ThresholdSide = z.infer<typeof thresholdSide>;

const calibrationBin = z.object({
  from: z.number(),
  to: z.number(),
  rows: z.int().nonnegative(),
  positives: z.int().nonnegative(),
  meanProbability: z.number().nullable(),
  shareOfPositives: z.number().nullable(),
  reasons,
});
export type CalibrationBin = z.infer<typeof calibrationBin>;

const points = z.array(z.tuple([z.number(), z.number()]));

const probabilitySide = z.object({
  roc: points.describe('[share of negatives above, share of positives above], from the highest probability down.'),
  precisionRecall: points.describe('[recall, precision], from the highest probability down.'),
  calibration: z.array(calibrationBin),
  thresholds: z.array(thresholdSide),
});
export type ProbabilitySide = z.infer<typeof probabilitySide>;

export const classificationPerformance = z.object({
  task: z.literal('classification'),
  ...common,
  predictionIs: z.enum(['labels', 'probability']),
  positiveLabel: z.string().nullable().describe('The class that precision, recall and the like are of; null means the mean over classes.'),
  probabilityThreshold: z.number().nullable().describe('A probability at least this high predicts the positive class.'),
  labels: z.array(z.string()).describe('Of both sides, in ascending order; the order of every matrix.'),
  matrix: z
    .object({ reference: z.array(z.array(z.int())).nullable(), current: z.array(z.array(z.int())).nullable() })
    .describe('Rows are true classes, columns predicted ones.'),
  classes: z.array(z.object({ label: z.string(), reference: classSide.nullable(), current: classSide.nullable(), reasons })),
  probabilities: z.object({ reference: probabilitySide.nullable(), current: probabilitySide.nullable() }).nullable(),
});
export type ClassificationPerformance = z.infer<typeof classificationPerformance>;

/** How well the model's predictions fit what came true, reference beside current. */
export const performanceSection = z.discriminatedUnion('task', [regressionPerformance, classificationPerformance]);
export type PerformanceSection = z.infer<typeof performanceSection>;
