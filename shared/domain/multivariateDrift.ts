import { z } from 'zod';
import { reasons } from './profile.ts';

export const multivariateSettings = z.object({
  pieces: z.int().min(3).max(50).default(10).describe('Pieces the reference is cut into, to see how much it differs from itself.'),
  keptVariance: z.number().min(0.05).max(0.99).default(0.65).describe('Share of the variance the principal components keep.'),
  heldOut: z.boolean().default(true).describe('Each piece of the reference is reconstructed from what the other pieces say.'),
  classifierRows: z.int().min(100).max(100_000).default(10_000).describe('Rows of each side the classifier looks at, drawn by a seed.'),
  classifierThreshold: z
    .number()
    .min(0.5)
    .max(1)
    .nullable()
    .default(0.65)
    .describe('Drift above this area under the ROC curve; null takes a limit from the pieces of the reference.'),
});
export type MultivariateSettings = z.infer<typeof multivariateSettings>;

const measuredPiece = z.object({
  from: z.union([z.int(), z.string()]).describe('First row, from 1; where pieces follow time, its time (ISO 8601, UTC).'),
  to: z.union([z.int(), z.string()]),
  rows: z.int().nonnegative(),
  value: z.number().describe('Mean error of the rows.'),
  standardError: z.number().nullable().describe('Standard deviation of the rows’ errors by the root of their number.'),
  outside: z.boolean().describe('Beyond the band of the reference, which is wider for few rows.'),
  reasons,
});
export type MeasuredPiece = z.infer<typeof measuredPiece>;

const movedColumn = z.object({
  column: z.string(),
  reference: z.number().describe('Mean square of what the components miss of this column, in squared standard deviations.'),
  current: z.number(),
  share: z.number().describe('Of the rise over all columns that are missed more than before; 0 for others.'),
});

/** How badly the principal components of the reference reconstruct rows. */
export const reconstructionDrift = z.object({
  components: z.int().positive(),
  keptVariance: z.number().describe('Share of the variance these components keep.'),
  heldOut: z.boolean(),
  reference: z.array(measuredPiece),
  current: measuredPiece,
  currentPieces: z.array(measuredPiece).describe('Current in pieces by time; empty where no column says when.'),
  mean: z.number().describe('Over the pieces of the reference.'),
  standardDeviation: z.number().describe('Over the pieces of the reference, n.'),
  rowsWithoutTime: z.int().nonnegative().describe('Reference rows that belong to no piece, since they have no time.'),
  lower: z.number().describe('0 where it would be below: no error is that small.'),
  upper: z.number(),
  drifted: z.boolean(),
  columns: z.array(movedColumn).describe('Those that moved most first.'),
});
export type ReconstructionDrift = z.infer<typeof reconstructionDrift>;

const tellingColumn = z.object({
  column: z.string(),
  gainShare: z.number().describe('Of the gain of all splits of the classifier.'),
  rocAucLoss: z.number().nullable().describe('How much worse the classifier is once the values of this column are mixed up.'),
  reasons,
});

/** How well a classifier tells current rows from reference ones. */
export const classifierDrift = z.object({
  rows: z.object({ reference: z.int(), current: z.int() }).describe('Rows looked at.'),
  of: z.object({ reference: z.int(), current: z.int() }).describe('Rows there are.'),
  folds: z.int(),
  rocAuc: z.number().describe('On rows the classifier has not learned from; 0.5 where it cannot tell.'),
  pValue: z.number().describe('Twice the median of the p-values of the folds, one-sided: valid however the folds hang together.'),
  threshold: z.number(),
  thresholdFrom: z.enum(['setting', 'reference']).describe('reference: mean and three standard deviations of its pieces.'),
  drifted: z.boolean(),
  reference: z
    .array(z.object({ rows: z.int().positive(), value: z.number() }))
    .describe('The area of each piece of the reference against as many rows of the others.'),
  columns: z.array(tellingColumn).describe('Those that tell most first.'),
});
export type ClassifierDrift = z.infer<typeof classifierDrift>;

/** Whether the columns, taken together, still behave as in the reference. */
export const multivariateDriftSection = z.object({
  columns: z.array(z.string()).describe('Those that took part.'),
  leftOut: z.array(z.object({ column: z.string(), because: z.string() })).describe('Columns that could not take part.'),
  piecesBy: z.string().nullable().describe('The column whose time cuts the pieces; null: the order of the rows.'),
  reconstruction: reconstructionDrift.nullable(),
  classifier: classifierDrift.nullable(),
  notMade: z.array(z.string()).describe('Why a part is not there, in sentences.'),
  columnsDriftedAlone: z.int().nonnegative().describe('Of the columns that took part, those that drifted one by one.'),
});
export type MultivariateDrift = z.infer<typeof multivariateDriftSection>;
