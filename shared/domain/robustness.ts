import { z } from 'zod';
import { drawnRows, explainedNumber, explanationHead } from './explanation.ts';
import { reasons } from './profile.ts';

/** A way in which inputs are made worse. */
export const perturbationKind = z.enum(['noise', 'missing', 'scale', 'unit', 'swap', 'unseen']);
export type PerturbationKind = z.infer<typeof perturbationKind>;

/** A mistake of units that is no factor. */
export const unitError = z.enum(['celsius-as-fahrenheit', 'fahrenheit-as-celsius']);
export type UnitError = z.infer<typeof unitError>;

/** What can be bounded: of each perturbation one number. */
export const robustnessMeasure = z.enum(['change', 'flips', 'loss', 'not-finite']);
export type RobustnessMeasure = z.infer<typeof robustnessMeasure>;

/** The most that a measure may be under perturbations of a kind. */
export const robustnessBound = z.object({ kind: perturbationKind, measure: robustnessMeasure, most: z.number() });
export type RobustnessBound = z.infer<typeof robustnessBound>;

const share = z.number().positive().max(1);

/** Which perturbations are tried, and how strong. */
export const robustnessSettings = z.object({
  noise: z.array(z.number().positive().max(10)).default([0.05, 0.1, 0.5]).describe('Gaussian noise, in standard deviations of the column.'),
  missing: z.array(share).default([0.05, 0.25]).describe('Shares of the rows whose value is taken away.'),
  scale: z.array(z.number().positive()).default([10, 1000, 0.001]).describe('Factors, as of a wrong unit.'),
  units: z.array(unitError).default(['celsius-as-fahrenheit', 'fahrenheit-as-celsius']),
  swap: z.array(share).default([0.05, 0.25]).describe('Shares of the rows that get the category of another row.'),
  unseen: z.array(share).default([1]).describe('Shares of the rows that get a category that does not occur.'),
  metrics: z.array(z.string()).default([]).describe('Metrics, the first one is bounded; none: the usual ones of the task.'),
  bounds: z.array(robustnessBound).default([]),
});
export type RobustnessSettings = z.infer<typeof robustnessSettings>;

const measures = {
  change: z.number().nonnegative().nullable().describe('Mean |change| of the explained number, in standard deviations of the predictions.'),
  flips: z.number().min(0).max(1).nullable().describe('Share of rows whose predicted class is another.'),
  loss: z.number().nullable().describe('How much worse the first metric gets.'),
  notFinite: z.number().min(0).max(1).nullable().describe('Share of rows whose prediction is no finite number any more.'),
};

/** What one perturbation does. */
export const perturbationResult = z.object({
  kind: perturbationKind,
  level: z.union([z.number(), unitError]).describe('Standard deviations, share of rows, factor, or mistake of units.'),
  column: z.string().nullable().describe('null: all columns that it fits at once.'),
  ...measures,
  meanChange: z.number().nonnegative().nullable().describe('Mean |change| in units of the explained number.'),
  largestChange: z.number().nonnegative().nullable(),
  metrics: z.array(z.object({ metric: z.string(), value: z.number().nullable(), loss: z.number().nullable(), reasons })),
  problem: z.string().nullable().describe('Why the model fails on such rows; null where it does not.'),
  reasons,
});
export type PerturbationResult = z.infer<typeof perturbationResult>;

/** The largest of each measure over the perturbations of one kind; null where there is none. */
export const worstMeasures = z.object({ ...measures, failures: z.int().nonnegative().describe('Perturbations that the model fails on.') });
export type WorstMeasures = z.infer<typeof worstMeasures>;

export const boundResult = robustnessBound.extend({
  worst: z.number().nullable().describe('The largest value found; null where there is none.'),
  column: z.string().nullable().describe('Where it was found; null: all columns at once, or nowhere.'),
  level: perturbationResult.shape.level.nullable(),
  holds: z
    .boolean()
    .describe('false also where the model fails on such rows, or where the measure has no value; true where the kind fits no column.'),
});
export type BoundResult = z.infer<typeof boundResult>;

/** How predictions and metrics move when inputs get worse. */
export const robustnessReport = z.object({
  kind: z.literal('robustness'),
  ...explanationHead,
  data: drawnRows,
  target: z.string().nullable(),
  numbers: z.array(explainedNumber.extend({ mean: z.number(), standardDeviation: z.number() })),
  metrics: z.array(z.object({ metric: z.string(), value: z.number().nullable(), reasons })).describe('On the rows as they are.'),
  metricsProblem: z.string().nullable().describe('Why there are no metrics; null where there are.'),
  settings: robustnessSettings,
  perturbations: z.array(perturbationResult).describe('The worst first: those that the model fails on, then by change.'),
  worst: z.partialRecord(perturbationKind, worstMeasures),
  bounds: z.array(boundResult),
  holds: z.boolean().nullable().describe('Whether every bound holds; null where none was given.'),
});
export type RobustnessReport = z.infer<typeof robustnessReport>;
