import { z } from 'zod';
import { compatSetting } from './compat.ts';
import { correlationSettings } from './correlations.ts';
import { chosenKind } from './dataset.ts';
import { importances } from './modelDrift.ts';
import { fairnessSettings } from './fairness.ts';
import { outlierSettings } from './outliers.ts';
import { multivariateSettings } from './multivariateDrift.ts';
import { estimationSettings } from './estimatedPerformance.ts';
import { segmentSettings } from './performanceBySegment.ts';
import { performanceSettings } from './performance.ts';
import { rankingSettings } from './ranking.ts';
import { modelSetting } from './scoredModel.ts';
import { weakSegmentSettings } from './weakSegments.ts';
import { sections } from './sections.ts';

/** A column that is worked out from the others, as a SQL expression over them and over those derived before it. */
export const derivation = z.object({ column: z.string().trim().min(1), expression: z.string().trim().min(1) });
export type Derivation = z.infer<typeof derivation>;

export const sectionId = z.enum(sections.all.map(({ id }) => id));

/** Kinds of value that may count as missing. */
export const missingKind = z.enum(['null', 'nan', 'infinity', 'empty-string']);
export type MissingKind = z.infer<typeof missingKind>;

/**
 * How values become bins for the methods that compare shares.
 * `sturges-pooled`: equal widths over both sides, Sturges' number; few-valued columns use their values.
 * `reference-quantiles`: edges at quantiles of the reference. `fixed-edges`: the user's edges, by column.
 */
export const binning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sturges-pooled') }),
  z.object({ kind: z.literal('reference-quantiles'), bins: z.int().min(2).max(200).default(10) }),
  z.object({ kind: z.literal('fixed-edges'), edges: z.record(z.string(), z.array(z.number()).min(2)) }),
]);
export type Binning = z.infer<typeof binning>;

/** What a test of two numeric samples looks for; only some tests can look at one side. */
export const alternative = z.enum(['two-sided', 'current-higher', 'current-lower']);

/** How p-values of many columns are adjusted for their number. */
export const adjustment = z.enum(['none', 'benjamini-hochberg']);

export const driftSettings = z.object({
  method: z.string().nullable().default(null).describe('For every column it applies to; null chooses by kind and size.'),
  methods: z.record(z.string(), z.string()).default({}).describe('Column → method.'),
  threshold: z.number().nullable().default(null).describe('For every column; null takes the method’s own.'),
  thresholds: z.record(z.string(), z.number()).default({}).describe('Column → threshold.'),
  alternative: alternative.default('two-sided').describe('What the Mann-Whitney and the t test look for.'),
  share: z.number().min(0).max(1).default(0.5).describe('The data set drifts when this share of columns does.'),
  adjust: adjustment.default('none').describe('Whether p-values are adjusted for their number before they are judged.'),
});
export type DriftSettings = z.infer<typeof driftSettings>;

/** Integers with at most this many distinct values in the reference are categorical. */
export const integerCategories = 10;

/** Everything that decides the numbers of a report. Stored whole with each run. */
export const reportSettings = z.object({
  sections: z.array(sectionId).min(1).nullable().default(null).describe('Parts of the report; null takes the usual ones.'),
  columns: z.array(z.string()).nullable().default(null).describe('Only these columns; null takes all.'),
  ignore: z.array(z.string()).default([]),
  kinds: z.record(z.string(), chosenKind).default({}).describe('Column → kind, over the rule.'),
  roles: z
    .object({
      target: z.string().nullable().default(null),
      prediction: z.string().nullable().default(null),
      id: z.string().nullable().default(null),
      datetime: z.string().nullable().default(null),
      weight: z.string().nullable().default(null).describe('How much a row counts in the metrics of the model, a number of at least 0.'),
      probabilities: z.record(z.string(), z.string()).default({}).describe('Class → column of its probability.'),
    })
    .prefault({}),
  model: modelSetting
    .nullable()
    .default(null)
    .describe('A model that both sides are scored with first; null takes predictions from the data.'),
  missing: z.array(missingKind).default(['null', 'nan']),
  drift: driftSettings.prefault({}),
  binning: binning.prefault({ kind: 'sturges-pooled' }),
  performance: performanceSettings.prefault({}),
  compat: compatSetting,
  importances: importances.default({}).describe('Column → how much it matters to the model; none: estimated from the reference.'),
  ranking: rankingSettings.prefault({}),
  fairness: fairnessSettings.prefault({}),
  outliers: outlierSettings.prefault({}),
  correlations: correlationSettings.prefault({}),
  weakSegments: weakSegmentSettings.prefault({}),
  multivariate: multivariateSettings.prefault({}),
  estimation: estimationSettings.prefault({}),
  segments: segmentSettings.prefault({}),
  derive: z.array(derivation).default([]).describe('Columns worked out on both sides, in order; one of a name that is there replaces it.'),
  where: z.string().nullable().default(null).describe('A SQL condition, also on derived columns; rows of both sides must meet it.'),
  sample: z
    .object({ rows: z.int().positive(), seed: z.int().nonnegative().default(0) })
    .nullable()
    .default(null)
    .describe('Use a random sample of about this many rows a side; null reads every row.'),
});
export type ReportSettings = z.infer<typeof reportSettings>;
export type ReportSettingsInput = z.input<typeof reportSettings>;
