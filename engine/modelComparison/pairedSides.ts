import type { ClassificationPerformance, PerformanceSection } from '#shared/domain/performance.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { openDataset, type DatasetColumn } from '../data/dataset.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import type { PairedFile } from '../data/evidence/pairedRows.ts';
import type { Database } from '../data/openDuckDb.ts';
import { quoteText } from '../data/quote.ts';
import { resolveSource } from '../data/resolveSource.ts';
import { predictionOf, probabilitiesOf, type ScoredAside } from './scoreAside.ts';

/** The scored data of two models, with their columns. */
export interface PairedSides {
  readonly champion: { readonly scored: ScoredAside; readonly columns: readonly DatasetColumn[] };
  readonly challenger: { readonly scored: ScoredAside; readonly columns: readonly DatasetColumn[] };
}

type Side = PairedSides['champion'];

export async function openSides(
  database: Database,
  champion: ScoredAside,
  challenger: ScoredAside,
  signal: AbortSignal,
): Promise<PairedSides> {
  const rows = { where: null, sample: null };
  const columnsOf = async (scored: ScoredAside): Promise<readonly DatasetColumn[]> => {
    const source = await resolveSource(scored.source);
    return (await openDataset(database, { side: 'current', source, rows }, signal)).columns;
  };
  return {
    champion: { scored: champion, columns: await columnsOf(champion) },
    challenger: { scored: challenger, columns: await columnsOf(challenger) },
  };
}

function columnOf({ columns }: Side, name: string): DatasetColumn {
  const found = columns.find(({ column }) => column === name);
  if (found !== undefined) return found;
  throw new AppError('E_COLUMN_UNKNOWN', `The data have no column ${name}.`, { subject: { column: name } });
}

const isNumber = ({ family }: DatasetColumn): boolean => family === 'integer' || family === 'fraction';
const pathOf = ({ scored }: Side): string => scored.source.path;

function predictionColumn(side: Side): DatasetColumn | null {
  const name = predictionOf(side.scored);
  return name === null ? null : columnOf(side, name);
}

/** Predicted numbers of both as `a` and `b`, the target as `t`. null where one of the two gives no single number. */
export function numberPair(sides: PairedSides, target: string | null): [PairedFile, PairedFile] | null {
  const [first, second] = [predictionColumn(sides.champion), predictionColumn(sides.challenger)];
  if (first === null || second === null) return null;
  const truth: Record<string, string> = target === null ? {} : { t: numberExpression(columnOf(sides.champion, target), 'numeric') };
  return [
    { path: pathOf(sides.champion), expressions: { a: numberExpression(first, 'numeric'), ...truth } },
    { path: pathOf(sides.challenger), expressions: { b: numberExpression(second, 'numeric') } },
  ];
}

/** The column with the probability of a class; without a class, that of the only one. */
function scoreOf(side: Side, positive: string | null): string | null {
  const found = probabilitiesOf(side.scored);
  const names = Object.values(found);
  const name = positive === null ? (names.length === 1 ? names[0] : names.length === 2 ? names[1] : undefined) : found[positive];
  return name === undefined ? null : numberExpression(columnOf(side, name), 'numeric');
}

/** The predicted class; where a model gives only the probability of one of two, at 0.5 as everywhere. */
function guessOf(side: Side, truthAsNumber: boolean, section: ClassificationPerformance | null): string | null {
  const column = predictionColumn(side);
  if (column !== null) return labelExpression(column, { truthAsNumber, emptyIsMissing: false });
  const positive = section?.positiveLabel ?? null;
  const other = section?.labels.find((label) => label !== positive);
  const score = positive === null ? null : scoreOf(side, positive);
  if (score === null || other === undefined || section?.labels.length !== 2) return null;
  const threshold = section.probabilityThreshold ?? 0.5;
  return `case when isfinite(${score}) then case when ${score} >= ${threshold} then ${quoteText(positive!)} else ${quoteText(other)} end end`;
}

/** What classes of two models can be compared by. */
export interface ClassPair {
  readonly files: [PairedFile, PairedFile];
  readonly withClasses: boolean;
  readonly withScores: boolean;
}

/** Predicted classes of both as `a` and `b`, the true one as `t`, probabilities of the positive class as `pa` and `pb`. */
export function classPair(sides: PairedSides, target: string | null, measured: PerformanceSection | null): ClassPair {
  const section = measured?.task === 'classification' ? measured : null;
  const truth = target === null ? null : columnOf(sides.champion, target);
  const columns = [truth, predictionColumn(sides.champion), predictionColumn(sides.challenger)];
  const truthAsNumber = columns.some((column) => column !== null && isNumber(column));
  const guesses = [sides.champion, sides.challenger].map((side) => guessOf(side, truthAsNumber, section));
  const positive = section?.positiveLabel ?? null;
  const severalClasses = section !== null && positive === null;
  const scores = [sides.champion, sides.challenger].map((side) => (severalClasses ? null : scoreOf(side, positive)));
  const [withClasses, withScores] = [!guesses.includes(null), !scores.includes(null)];
  const expressions = (at: 0 | 1): Record<string, string> => ({
    ...(withClasses && { [at === 0 ? 'a' : 'b']: guesses[at]! }),
    ...(withScores && { [at === 0 ? 'pa' : 'pb']: scores[at]! }),
  });
  const t: Record<string, string> = truth === null ? {} : { t: labelExpression(truth, { truthAsNumber, emptyIsMissing: false }) };
  return {
    files: [
      { path: pathOf(sides.champion), expressions: { ...expressions(0), ...t } },
      { path: pathOf(sides.challenger), expressions: expressions(1) },
    ],
    withClasses,
    withScores,
  };
}
