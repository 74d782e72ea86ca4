import { z } from 'zod';
import { robustnessBound, robustnessSettings } from './robustness.ts';
import { derivation } from './settings.ts';
import { condition } from './suite.ts';

/** How far a number may be from that of the model that holds the alias now. */
const againstHolder = z.strictObject({
  atMost: z.number().optional().describe('The difference (candidate − holder) may be at most this.'),
  atLeast: z.number().optional().describe('The difference (candidate − holder) must be at least this.'),
  ratioAtMost: z.number().optional().describe('candidate / holder may be at most this.'),
  ratioAtLeast: z.number().optional().describe('candidate / holder must be at least this.'),
});

/** A bound on one metric of the candidate. */
const metricBound = z.strictObject({
  metric: z.string().describe('Id of a metric, as mae or roc-auc; docs/metrics lists them.'),
  condition: condition.optional().describe('What its value must meet.'),
  againstHolder: againstHolder.optional().describe('Passes where no version holds the alias.'),
});

/** A bound on one fairness metric between all groups of one sensitive column. */
const fairnessBound = z.strictObject({
  column: z.string(),
  metric: z.string().describe('Id of a fairness metric, as equal-opportunity-difference; docs/metrics lists them.'),
  condition,
});

/** How long scoring may take, in milliseconds. */
const latencyBound = z.strictObject({
  row: z.number().positive().optional().describe('Median milliseconds for one row alone.'),
  batch: z
    .strictObject({ rows: z.int().min(1).max(1_000_000), atMost: z.number().positive() })
    .optional()
    .describe('Median milliseconds for so many rows at once.'),
});

const { noise, missing, scale, units, swap, unseen } = robustnessSettings.shape;

/** How far predictions may move when inputs get worse. Only the kinds that a bound names are tried. */
const gateRobustness = z.strictObject({
  bounds: z
    .array(z.strictObject(robustnessBound.shape))
    .min(1)
    .describe('The most that change, flips, loss or not-finite may be under the worst perturbation of a kind.'),
  rows: z.int().min(2).max(100_000).optional().describe('Rows drawn from the data; usually 1000.'),
  seed: z.int().nonnegative().optional().describe('Of everything that is drawn; usually 0.'),
  metric: z.string().optional().describe('The metric whose loss is bounded; usually rmse or accuracy.'),
  noise: noise.unwrap().optional().describe(noise.description!),
  missing: missing.unwrap().optional().describe(missing.description!),
  scale: scale.unwrap().optional().describe(scale.description!),
  units: units.unwrap().optional(),
  swap: swap.unwrap().optional().describe(swap.description!),
  unseen: unseen.unwrap().optional().describe(unseen.description!),
});

/** What a model must meet before an alias points to it. */
export const gate = z.strictObject({
  name: z.string().optional(),
  target: z.string().optional().describe('The column with the truth.'),
  positiveLabel: z.string().optional().describe('The class of interest where there are two.'),
  derive: z.array(derivation).optional().describe('Columns worked out in SQL, in order; they may be features, or the target.'),
  where: z.string().optional().describe('A SQL condition that rows of the data must meet; it may use derived columns.'),
  ignore: z.array(z.string()).optional().describe('Columns that are no features of the model and that no check looks at.'),
  suite: z
    .strictObject({
      file: z.string().optional().describe('A suite file, from the folder of this file.'),
      presets: z.array(z.string()).optional(),
    })
    .optional()
    .describe('Checks on the data with the predictions of the candidate; all must pass.'),
  metrics: z.array(metricBound).optional(),
  fairness: z.array(fairnessBound).optional(),
  signature: z
    .enum(['same', 'compatible'])
    .optional()
    .describe('How the inputs and outputs must agree with the model that holds the alias.'),
  robustness: gateRobustness.optional(),
  latency: latencyBound.optional(),
  card: z.array(z.string()).optional().describe('Parts that the model card must have.'),
});
export type Gate = z.infer<typeof gate>;

export const gateCheckStatus = z.enum(['pass', 'fail', 'error', 'skipped']);
export type GateCheckStatus = z.infer<typeof gateCheckStatus>;

/** What became of one line of the gate. */
export const gateCheck = z.object({
  id: z.string().describe('Unique in its outcome.'),
  group: z.enum(['suite', 'metrics', 'fairness', 'signature', 'robustness', 'latency', 'card']),
  label: z.string(),
  status: gateCheckStatus,
  value: z.number().nullable(),
  holder: z.number().nullable().describe('The same number of the model that holds the alias; null where there is none.'),
  expected: z.string(),
  sentence: z.string(),
});
export type GateCheck = z.infer<typeof gateCheck>;

const measuredOn = z.object({
  path: z.string(),
  numberOfRows: z.int().nonnegative(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

/** What a gate found for one candidate. */
export const gateOutcome = z.object({
  passed: z.boolean().describe('No check failed and none ended in an error.'),
  name: z.string(),
  gateSha256: z.string().describe('Of the text of the gate.'),
  candidate: z.object({ version: z.int(), sha256: z.string() }),
  holder: z.object({ version: z.int(), sha256: z.string() }).nullable(),
  reference: measuredOn.nullable(),
  current: measuredOn.nullable(),
  checks: z.array(gateCheck),
});
export type GateOutcome = z.infer<typeof gateOutcome>;
