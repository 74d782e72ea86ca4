import type { MeasuredPiece, MultivariateSettings, ReconstructionDrift } from '#shared/domain/multivariateDrift.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { codesOf, type FeatureSources } from '../learners/encodeFeatures.ts';
import type { Feature } from './chooseFeatures.ts';
import { fitReconstructors } from './fitReconstructors.ts';
import { cutPieces, Pieces, PieceTally, type PieceSpan } from './pieces.ts';
import { ErrorTally, type Reconstructor } from './reconstructor.ts';
import { readRows, type RowPlan } from './rowReader.ts';

/** A piece needs this many rows for its mean to say something. */
export const fewestRowsOfPiece = 20;
const fewestPieces = 3;
const mostPieces = 50;
/** Standard deviations of the pieces of the reference on either side of their mean. */
const bandWidth = 3;
/** Half of the narrowest band, in standard deviations of the columns: where components miss nothing, rounding is no drift. */
const rounding = 1e-9;

export interface MultivariateWork extends FeatureSources {
  readonly features: readonly Feature[];
  readonly settings: MultivariateSettings;
  readonly datetime: string | null;
  readonly emptyIsMissing: boolean;
}

/** How many pieces a number of rows allows; 0 where there are too few rows. */
export function piecesFor(rows: number, wanted: number): number {
  const allowed = Math.min(wanted, Math.floor(rows / fewestRowsOfPiece));
  return allowed < fewestPieces ? 0 : allowed;
}

async function planRows(work: MultivariateWork): Promise<RowPlan> {
  const numbers = work.features.filter(({ kind }) => kind === 'numeric');
  const categories = work.features.filter(({ kind }) => kind === 'categorical');
  const codes = [];
  for (const feature of categories) {
    const found = await codesOf(work, feature, { categoriesFrom: 'reference', emptyIsMissing: work.emptyIsMissing });
    codes.push(found ?? { values: [], counts: new Float64Array(0) });
  }
  return { numbers, categories, codes, datetime: work.datetime, emptyIsMissing: work.emptyIsMissing };
}

interface Tallied {
  readonly errors: readonly ErrorTally[];
  readonly spans: readonly PieceSpan[];
  /** Over all rows, those without a time too. */
  readonly whole: ErrorTally;
}

interface Tallying {
  readonly plan: RowPlan;
  readonly pieces: Pieces;
  /** What measures the rows of a piece; null leaves rows without a piece (−1) out. */
  readonly reconstructorOf: (piece: number) => Reconstructor | null;
}

async function tallyErrors(work: MultivariateWork, side: Side, { plan, pieces, reconstructorOf }: Tallying): Promise<Tallied> {
  const errors = Array.from({ length: pieces.count }, () => new ErrorTally(work.features.length));
  const whole = new ErrorTally(work.features.length);
  const tally = new PieceTally(pieces);
  await readRows(work, side, plan, 'all', (row, place, time) => {
    const piece = pieces.of(place, time);
    const reconstructor = reconstructorOf(piece);
    if (reconstructor === null) return;
    const error = reconstructor.error(row);
    whole.add(error, reconstructor.lost);
    if (piece < 0) return;
    tally.add(piece, place, time);
    errors[piece]!.add(error, reconstructor.lost);
  });
  return { errors, spans: errors.map((_, piece) => tally.span(piece)), whole };
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

interface Band {
  readonly mean: number;
  readonly standardDeviation: number;
  /** What an error of one row adds to the variance of a mean over few rows. */
  readonly rowVariance: number;
  readonly rowsOfPiece: number;
}

function bandOf(errors: readonly ErrorTally[]): Band {
  const values = errors.map(({ mean }) => mean);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const standardDeviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const rows = errors.reduce((sum, each) => sum + each.rows, 0);
  const rowVariance = errors.reduce((sum, { standardError, rows: own }) => sum + own * own * (standardError ?? 0) ** 2, 0) / rows;
  return { mean, standardDeviation, rowVariance, rowsOfPiece: rows / values.length };
}

/** The mean of fewer rows than a piece has scatters more than the pieces do; the band grows by that much. */
function limitsFor(rows: number, { mean, standardDeviation, rowVariance, rowsOfPiece }: Band): Limits {
  const more = Math.max(0, rowVariance / rows - rowVariance / rowsOfPiece);
  const half = Math.max(rounding, bandWidth * Math.sqrt(standardDeviation ** 2 + more));
  return { lower: Math.max(0, mean - half), upper: mean + half };
}

function isOutside(value: number, { lower, upper }: Limits): boolean {
  return value > upper || value < lower;
}

function measuredPiece(span: PieceSpan, errors: ErrorTally, band: Band): MeasuredPiece {
  const { mean: value, standardError } = errors;
  const outside = isOutside(value, limitsFor(errors.rows, band));
  return { ...span, value, standardError, outside, reasons: standardError === null ? { standardError: 'too-few-rows' } : {} };
}

function movedColumns(plan: RowPlan, sides: { reference: ErrorTally; current: ErrorTally }): ReconstructionDrift['columns'] {
  const [reference, current] = [sides.reference.lostMeans, sides.current.lostMeans];
  const rises = current.map((value, i) => Math.max(0, value - reference[i]!));
  const total = rises.reduce((sum, rise) => sum + rise, 0);
  return [...plan.numbers, ...plan.categories]
    .map(({ column }, i) => ({
      column,
      reference: reference[i]!,
      current: current[i]!,
      share: total > 0 ? rises[i]! / total : 0,
    }))
    .sort((a, b) => b.share - a.share);
}

/** Current in pieces by time, as large as those of the reference; one piece where there are no times. */
async function cutCurrent(work: MultivariateWork, reference: Pieces): Promise<Pieces> {
  const { columns, numberOfRows } = work.datasets.current;
  const hasTimes = reference.cuts !== null && columns.some(({ column }) => column === work.datetime);
  const wanted = Math.round((numberOfRows * reference.count) / work.datasets.reference.numberOfRows);
  return hasTimes
    ? cutPieces(work, 'current', Math.min(mostPieces, Math.max(1, wanted)), work.datetime)
    : new Pieces(numberOfRows, 1, null);
}

function wholeSpan(spans: readonly PieceSpan[], rows: number): PieceSpan {
  const found = spans.filter((span) => span.rows > 0);
  return { from: found[0]?.from ?? 1, to: found.at(-1)?.to ?? rows, rows };
}

/** Measures the error with which the principal axes of the reference reconstruct both sides; a sentence where they cannot. */
export async function measureReconstruction(work: MultivariateWork): Promise<ReconstructionDrift | string> {
  const { settings, datasets, features, datetime, context } = work;
  const { keptVariance, heldOut } = settings;
  if (features.length < 2) return 'it takes two columns of numbers or categories that vary.';
  const rows = { reference: datasets.reference.numberOfRows, current: datasets.current.numberOfRows };
  const wanted = piecesFor(rows.reference, settings.pieces);
  if (wanted === 0 || rows.current === 0) return `it takes ${fewestPieces * fewestRowsOfPiece} rows of the reference and one of current.`;
  const plan = await planRows(work);
  const pieces = await cutPieces(work, 'reference', wanted, datetime);
  if (pieces.count < fewestPieces) return `the times of the reference cannot be cut into ${fewestPieces} pieces.`;
  const fitted = await fitReconstructors({ sources: work, plan, pieces, keptVariance, heldOut });
  if (fitted === null) return 'fewer than two columns vary once categories are replaced by how common they are.';
  const reconstructorOf = (piece: number): Reconstructor | null => fitted.ofPiece[piece] ?? null;
  context.progress({ share: 0.5, message: 'Reconstructing rows of the reference' });
  const reference = await tallyErrors(work, 'reference', { plan, pieces, reconstructorOf });
  context.progress({ share: 0.8, message: 'Reconstructing rows of current' });
  const ownPieces = await cutCurrent(work, pieces);
  const current = await tallyErrors(work, 'current', { plan, pieces: ownPieces, reconstructorOf: () => fitted.whole });
  const band = bandOf(reference.errors);
  const measured = ({ errors, spans }: Tallied): MeasuredPiece[] =>
    errors.flatMap((each, i) => (each.rows === 0 ? [] : [measuredPiece(spans[i]!, each, band)]));
  const whole = measuredPiece(wholeSpan(current.spans, current.whole.rows), current.whole, band);
  return {
    components: fitted.components,
    keptVariance: fitted.keptVariance,
    heldOut,
    reference: measured(reference),
    current: whole,
    currentPieces: ownPieces.count > 1 ? measured(current) : [],
    mean: band.mean,
    standardDeviation: band.standardDeviation,
    rowsWithoutTime: rows.reference - reference.whole.rows,
    ...limitsFor(current.whole.rows, band),
    drifted: whole.outside,
    columns: movedColumns(plan, { reference: reference.whole, current: current.whole }),
  };
}
