import { z } from 'zod';
import { reasons } from './profile.ts';

/** What tells the errors of a regression without labels. */
export const estimationErrors = z.enum(['segments', 'boosted']);

export const estimationSettings = z.object({
  chunks: z.int().min(3).max(50).default(10).describe('Chunks of the reference that say what is usual.'),
  errors: estimationErrors
    .default('segments')
    .describe('What tells the errors of a regression: the segments of one small tree, or gradient-boosted trees.'),
});
export type EstimationSettings = z.infer<typeof estimationSettings>;

const estimateNumbers = {
  estimated: z.number().nullable(),
  low: z.number().nullable().describe('The estimate less three standard errors of sampling.'),
  high: z.number().nullable().describe('The estimate and three standard errors of sampling.'),
  realised: z.number().nullable().describe('From labels, where there are any.'),
  reasons,
};

const estimateSide = z.object(estimateNumbers);
export type EstimateSide = z.infer<typeof estimateSide>;

const estimateChunk = z.object({ side: z.enum(['reference', 'current']), chunk: z.int().nonnegative(), ...estimateNumbers });
export type EstimateChunk = z.infer<typeof estimateChunk>;

const estimatedMetric = z.object({
  metric: z.string().describe('Id of the metric.'),
  reference: estimateSide,
  current: estimateSide,
  lowerThreshold: z.number().nullable().describe('Mean less three standard deviations of what the chunks of the reference realised.'),
  upperThreshold: z.number().nullable(),
  verdict: z.enum(['usual', 'worse', 'better', 'unknown']).describe('Whether the estimate of current is beyond the thresholds.'),
  chunks: z.array(estimateChunk),
  reasons,
});
export type EstimatedMetric = z.infer<typeof estimatedMetric>;

const chunkRows = z.object({
  rows: z.int().nonnegative(),
  from: z.string().nullable().describe('ISO 8601; null where chunks are not stretches of time.'),
  to: z.string().nullable(),
});

const common = {
  target: z.string(),
  prediction: z.string(),
  rows: z.object({
    reference: z.object({ rows: z.int().nonnegative(), used: z.int().nonnegative().describe('With a prediction and a label.') }),
    current: z.object({
      rows: z.int().nonnegative(),
      used: z.int().nonnegative().describe('With a prediction.'),
      labelled: z.int().nonnegative().describe('Of those used, rows with a label.'),
    }),
  }),
  chunks: z.object({
    by: z.enum(['time', 'chance']).describe('Stretches of time with as many rows each, or rows dealt out at random.'),
    reference: z.array(chunkRows),
    current: z.array(chunkRows),
  }),
  metrics: z.array(estimatedMetric),
};

const calibration = z.object({
  used: z.boolean().describe('Whether probabilities were put right by isotonic regression on the reference; of several classes: of any.'),
  errorBefore: z
    .number()
    .nullable()
    .describe('Expected calibration error of the model’s probabilities on the reference; the mean over several classes.'),
  errorAfter: z.number().nullable().describe('The same after calibration, on rows it was not fitted on.'),
  curve: z
    .array(z.tuple([z.number(), z.number()]))
    .describe('[probability of the model, after calibration], at most 60 points; of several classes each has its own.'),
  reasons,
});

const matrixCell = {
  reference: z.int().nonnegative(),
  estimated: z.number().describe('Rows of current, a sum of probabilities.'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  realised: z.int().nonnegative().nullable().describe('Of the rows of current with a label.'),
  reasons,
};

const classEstimate = z.object({
  label: z.string(),
  calibration,
  metrics: z.array(estimatedMetric.omit({ chunks: true })).describe('Of this class against all others.'),
});
export type ClassEstimate = z.infer<typeof classEstimate>;

export const classificationEstimate = z.object({
  task: z.literal('classification'),
  ...common,
  positiveLabel: z.string().nullable().describe('The class that the metrics are of; null for more than two, of which they are means.'),
  probabilityThreshold: z.number().nullable().describe('null for more than two classes.'),
  calibration,
  matrix: z
    .array(z.object({ cell: z.enum(['true-positives', 'false-positives', 'false-negatives', 'true-negatives']), ...matrixCell }))
    .describe('Of two classes; empty for more.'),
  classMatrix: z
    .array(z.object({ truth: z.string(), predicted: z.string(), ...matrixCell }))
    .default([])
    .describe('Of more than two classes: every pair of a true and a predicted class, by true class.'),
  classes: z.array(classEstimate).default([]).describe('Of more than two classes, in ascending order.'),
  notSummingToOne: z
    .object({ reference: z.int().nonnegative(), current: z.int().nonnegative() })
    .nullable()
    .default(null)
    .describe('Rows whose probabilities sum to less than 0.99 or more than 1.01; null for two classes.'),
});
export type ClassificationEstimate = z.infer<typeof classificationEstimate>;

export const regressionEstimate = z.object({
  task: z.literal('regression'),
  ...common,
  errors: estimationErrors.describe('What told the errors: segments of one small tree, or gradient-boosted trees.'),
  learntFrom: z.int().nonnegative().describe('Rows of the reference that the trees were grown from; the estimate is over all rows.'),
  features: z
    .array(z.object({ column: z.string(), share: z.number().describe('Of what all features together told of the size of the error.') }))
    .describe('At most ten, the most telling first.'),
  segments: z
    .array(
      z.object({
        where: z.string(),
        reference: z.int().nonnegative(),
        current: z.int().nonnegative(),
        meanAbsoluteError: z.number().nullable().describe('On the reference.'),
        reasons,
      }),
    )
    .describe('Empty where boosted trees told the errors.'),
});
export type RegressionEstimate = z.infer<typeof regressionEstimate>;

export const estimatedPerformance = z.discriminatedUnion('task', [classificationEstimate, regressionEstimate]);
export type EstimatedPerformance = z.infer<typeof estimatedPerformance>;
