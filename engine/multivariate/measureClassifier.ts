import type { ClassifierDrift } from '#shared/domain/multivariateDrift.ts';
import type { Reasons } from '#shared/domain/profile.ts';
import { seededRandom, type Random } from '#shared/lib/random.ts';
import { encodeFeatures, type EncodedSide, type FeatureRequest } from '../learners/encodeFeatures.ts';
import { seededRanks } from '../stats/seededRanks.ts';
import { piecesFor, type MultivariateWork } from './measureReconstruction.ts';
import { folds, OutOfFold, type LabelledRows } from './outOfFold.ts';

const seed = 20_240_601;
const fewestRows = 60;
/** Few rows may give a large area by chance; then it is no drift. */
const chance = 0.05;
const bandWidth = 3;
const noReasons: Reasons = {};
/** The columns whose values are mixed up, to see how much worse the classifier gets. */
const mostMixed = 10;

function labelled(
  columns: readonly Float64Array[],
  zeros: Float64Array,
  others: readonly Float64Array[],
  ones: Float64Array,
): LabelledRows {
  const [n, m] = [zeros.length, ones.length];
  const labels = new Uint8Array(n + m).fill(1, n);
  const joined = columns.map((column, i) => {
    const values = new Float64Array(n + m);
    zeros.forEach((row, at) => (values[at] = column[row]!));
    ones.forEach((row, at) => (values[n + at] = others[i]![row]!));
    return values;
  });
  return { columns: joined, labels };
}

/** The rows ordered by what they hold, so that the order of the file decides nothing but which rows were drawn. */
function byContent(columns: readonly Float64Array[], rows: number): Float64Array {
  const key = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
  return everyRow(rows).sort((a, b) => {
    for (const column of columns) {
      const [x, y] = [key(column[a]!), key(column[b]!)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}

const everyRow = (n: number): Float64Array => Float64Array.from({ length: n }, (_, row) => row);

/** The rows of the reference sample in the order that cuts them: by time where there is one, those without at the end. */
function inOrder({ rows, columns }: EncodedSide, timeAt: number | null): Float64Array {
  const order = everyRow(rows);
  if (timeAt === null) return order;
  const times = columns[timeAt]!;
  const key = (row: number): number => (Number.isNaN(times[row]!) ? Number.POSITIVE_INFINITY : times[row]!);
  return order.sort((a, b) => (key(a) === key(b) ? a - b : key(a) - key(b)));
}

/** Each piece of the reference sample against as many rows drawn from its other pieces. */
async function piecesAgainstOthers(
  work: MultivariateWork,
  reference: EncodedSide,
  timeAt: number | null,
  random: Random,
): Promise<ClassifierDrift['reference']> {
  const features = reference.columns.slice(0, work.features.length);
  const order = inOrder(reference, timeAt);
  const count = piecesFor(reference.rows, work.settings.pieces);
  const found = [];
  for (let piece = 0; piece < count; piece++) {
    work.context.progress({ share: 0.8 + (0.2 * piece) / count, message: 'Comparing the pieces of the reference with each other' });
    const from = Math.floor((piece * reference.rows) / count);
    const to = Math.floor(((piece + 1) * reference.rows) / count);
    const own = order.slice(from, to);
    const rest = Float64Array.from([...order.subarray(0, from), ...order.subarray(to)]);
    const others = seededRanks(rest.length, own.length, random).map((rank) => rest[rank]!);
    const { rocAuc } = await OutOfFold.learn(labelled(features, others, features, own), seed, work.pacer);
    found.push({ rows: to - from, value: rocAuc });
  }
  return found;
}

function tellingColumns({ features }: MultivariateWork, learned: OutOfFold, random: Random): ClassifierDrift['columns'] {
  const total = learned.gains.reduce((sum, gain) => sum + gain, 0);
  return features
    .map(({ column }, place) => ({ column, place, gainShare: total > 0 ? learned.gains[place]! / total : 0 }))
    .sort((a, b) => b.gainShare - a.gainShare || a.place - b.place)
    .map(({ column, place, gainShare }, rank) => {
      const isMixed = rank < mostMixed && gainShare > 0;
      const rocAucLoss = isMixed ? learned.rocAuc - learned.areaWithMixed(place, random) : null;
      return { column, gainShare, rocAucLoss, reasons: isMixed ? noReasons : { rocAucLoss: 'not-tested' } };
    });
}

/** The area above which it is drift: as it was set, or from what the pieces of the reference reach. */
function thresholdOf(setting: number | null, reference: ClassifierDrift['reference']): number {
  if (setting !== null) return setting;
  const mean = reference.reduce((sum, { value }) => sum + value, 0) / reference.length;
  const variance = reference.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / reference.length;
  return Math.min(1, Math.max(0.5, mean + bandWidth * Math.sqrt(variance)));
}

function featuresOf({ features, datetime, datasets }: MultivariateWork): { columns: FeatureRequest[]; timeAt: number | null } {
  const hasTimes = datasets.reference.columns.some(({ column }) => column === datetime);
  const time = datetime !== null && hasTimes ? [{ column: datetime, kind: 'datetime' as const }] : [];
  return { columns: [...features, ...time], timeAt: time.length === 0 ? null : features.length };
}

/** Measures how well a classifier tells the sides apart; a sentence where there is too little to learn from. */
export async function measureClassifier(work: MultivariateWork): Promise<ClassifierDrift | string> {
  const { features, settings, datasets, emptyIsMissing, context } = work;
  if (features.length === 0) return 'it takes a column of numbers or categories that varies.';
  if (Math.min(datasets.reference.numberOfRows, datasets.current.numberOfRows) < fewestRows) return `it takes ${fewestRows} rows a side.`;
  const { columns, timeAt } = featuresOf(work);
  const mostRows = settings.classifierRows;
  const { reference, current } = await encodeFeatures(work, { columns, categoriesFrom: 'both', emptyIsMissing, mostRows, seed });
  const random = seededRandom(seed);
  const [inReference, inCurrent] = [reference.columns.slice(0, features.length), current.columns.slice(0, features.length)];
  const rows = labelled(inReference, byContent(inReference, reference.rows), inCurrent, byContent(inCurrent, current.rows));
  const learned = await OutOfFold.learn(rows, seed, work.pacer, (done) =>
    context.progress({ share: 0.4 + 0.4 * done, message: 'Learning to tell current rows from reference ones' }),
  );
  const told = tellingColumns(work, learned, random);
  const pieces = await piecesAgainstOthers(work, reference, timeAt, random);
  const threshold = thresholdOf(settings.classifierThreshold, pieces);
  return {
    rows: { reference: reference.rows, current: current.rows },
    of: { reference: reference.of, current: current.of },
    folds,
    rocAuc: learned.rocAuc,
    pValue: learned.pValue,
    threshold,
    thresholdFrom: settings.classifierThreshold === null ? 'reference' : 'setting',
    // An area below one half is no drift: it comes about where both sides hold the same rows.
    drifted: learned.rocAuc > threshold && learned.pValue < chance,
    reference: pieces,
    columns: told,
  };
}
