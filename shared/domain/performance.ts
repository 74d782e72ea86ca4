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

/** What the same metric says of a guess that knows no feature, only the reference's targets (where it has none, the current ones). */
const baselineRow = metricRow.extend({
  predicts: z.string().describe('What the baseline predicts for every row, in words.'),
  value: z.union([z.number(), z.string()]).nullable().describe('The constant it predicts; null where there is none.'),
});
export type BaselineRow = z.infer<typeof baselineRow>;

export const usedRows = z.object({
  rows: z.int().nonnegative(),
  used: z.int().nonnegative(),
  leftOut: z.int().nonnegative().describe('Rows whose target, prediction or weight is null, NaN or infinite, or whose weight is 0.'),
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
  prediction: z
    .string()
    .nullable()
    .describe('The column of predicted numbers, labels or probabilities; null where only a probability a class is named.'),
  weight: z
    .string()
    .nullable()
    .default(null)
    .describe('The column of weights, by which metrics, baselines and curves are weighted; null where every row counts once.'),
  taskReason: z.string().describe('One sentence: which rule gave the task.'),
  rows: z.object({ reference: usedRows.nullable(), current: usedRows.nullable() }),
  metrics: z.array(metricRow),
  baselines: z.array(baselineRow),
};

const errorQuantile = z.object({ share: z.number(), reference: z.number().nullable(), current: z.number().nullable(), reasons });
export type ErrorQuantile = z.infer<typeof errorQuantile>;

const normalPlot = z.object({
  points: z
    .array(z.tuple([z.number(), z.number()]))
    .describe('[normal quantile, error] from the smallest error up, at most about 100 of them; the outermost ranks are all there.'),
  slope: z.number().describe('Of the straight line through all errors.'),
  intercept: z.number(),
  correlation: z.number().describe('Between all errors and their normal quantiles; 1 is a normal distribution.'),
});
export type NormalPlot = z.infer<typeof normalPlot>;

export const regressionPerformance = z.object({
  task: z.literal('regression'),
  ...common,
  zeroTargets: z
    .object({ reference: z.int().nullable(), current: z.int().nullable() })
    .describe('Rows whose target is 0; the percentage error leaves them out.'),
  errorQuantiles: z.array(errorQuantile).describe('Of prediction − target, linear interpolation (type 7).'),
  absoluteErrorQuantiles: z.array(errorQuantile).default([]).describe('The same of |prediction − target|.'),
  spreads: z
    .array(metricRow)
    .default([])
    .describe('Sample standard deviations (n − 1) of the absolute error and of the absolute percentage error (a share).'),
  normalPlot: z
    .object({ reference: normalPlot.nullable(), current: normalPlot.nullable() })
    .nullable()
    .default(null)
    .describe('Sorted errors against those of a normal distribution; null for a side whose errors are fewer than three or all equal.'),
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
  actual: z.number().nonnegative().describe('Rows that are of this class; with weights the sum of these.'),
  predicted: z.number().nonnegative().describe('Rows that are predicted to be; with weights the sum of these.'),
  share: z.number().nullable().describe('Of the rows used, or of their weights.'),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
  rocAuc: z.number().nullable().default(null).describe('This class against all others.'),
  averagePrecision: z.number().nullable().default(null),
  brier: z.number().nullable().default(null),
  ece: z.number().nullable().default(null),
  reasons,
});
export type ClassSide = z.infer<typeof classSide>;

const thresholdSide = z.object({
  threshold: z.number(),
  predicted: z.number().nonnegative().describe('Rows whose probability is at least the threshold; with weights the sum of these.'),
  truePositives: z.number().nonnegative(),
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
  meanProbability: z.number().nullable().describe('Weighted where weights are named, as is the share of positives; the rows are counted.'),
  shareOfPositives: z.number().nullable(),
  reasons,
});
export type CalibrationBin = z.infer<typeof calibrationBin>;

const points = z.array(z.tuple([z.number(), z.number()]));

const topRow = z.object({
  rows: z.int().nonnegative().describe('So many rows, those with the highest probabilities.'),
  share: z.number().describe('Of the rows used.'),
  probability: z.number().describe('The lowest among them.'),
  truePositives: z
    .number()
    .describe('Rows of the class among them; where the cut goes through rows of one probability, as many as are to be expected.'),
  accuracy: z.number().nullable(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
  lift: z.number().nullable().describe('Precision over the share of the class in all rows.'),
  bestLift: z.number().nullable().describe('Of a perfect order.'),
  reasons,
});
export type TopRow = z.infer<typeof topRow>;

const probabilitySide = z.object({
  roc: points.describe('[share of negatives above, share of positives above], from the highest probability down.'),
  precisionRecall: points.describe('[recall, precision], from the highest probability down.'),
  calibration: z.array(calibrationBin),
  thresholds: z.array(thresholdSide),
  gain: points.default([]).describe('[share of rows, share of positives found], from the highest probability down.'),
  top: z.array(topRow).default([]).describe('At 1 to 10 % and every 5 % of the rows.'),
  chosenTop: topRow.nullable().default(null).describe('The top that was asked for, usually a tenth of the rows; null without a row.'),
  histogram: z
    .object({ positives: z.array(z.int()), negatives: z.array(z.int()) })
    .default({ positives: [], negatives: [] })
    .describe('Rows by probability in equal bins of [0, 1].'),
});
export type ProbabilitySide = z.infer<typeof probabilitySide>;

export const classificationPerformance = z.object({
  task: z.literal('classification'),
  ...common,
  predictionIs: z
    .enum(['labels', 'probability', 'probabilities'])
    .describe('Labels; the probability of the positive class; or a probability a class, of which the highest predicts.'),
  probabilityColumns: z.record(z.string(), z.string()).default({}).describe('Class → column of its probability, as named.'),
  positiveLabel: z.string().nullable().describe('The class that precision, recall and the like are of; null means the mean over classes.'),
  probabilityThreshold: z.number().nullable().describe('A probability at least this high predicts the positive class.'),
  labels: z.array(z.string()).describe('Of both sides, in ascending order; the order of every matrix.'),
  matrix: z
    .object({ reference: z.array(z.array(z.number())).nullable(), current: z.array(z.array(z.number())).nullable() })
    .describe('Rows are true classes, columns predicted ones; numbers of rows, with weights the sums of these.'),
  classes: z.array(z.object({ label: z.string(), reference: classSide.nullable(), current: classSide.nullable(), reasons })),
  probabilities: z
    .object({ reference: probabilitySide.nullable(), current: probabilitySide.nullable() })
    .nullable()
    .describe('Of the positive class of two.'),
  classProbabilities: z
    .array(z.object({ label: z.string(), reference: probabilitySide.nullable(), current: probabilitySide.nullable() }))
    .default([])
    .describe('Of each of several classes against all others; of the ten most common ones.'),
});
export type ClassificationPerformance = z.infer<typeof classificationPerformance>;

export const performanceSettings = z.object({
  task: performanceTask.nullable().default(null).describe('null decides by the columns.'),
  positiveLabel: z.string().nullable().default(null).describe('The class of interest where there are two.'),
  probabilityThreshold: z.number().min(0).max(1).default(0.5).describe('A probability at least this high predicts the positive class.'),
  topRows: z.int().positive().nullable().default(null).describe('Look at this many rows of highest probability apart; null takes a tenth.'),
});

/** How well the model's predictions fit what came true, reference beside current. */
export const performanceSection = z.discriminatedUnion('task', [regressionPerformance, classificationPerformance]);
export type PerformanceSection = z.infer<typeof performanceSection>;
