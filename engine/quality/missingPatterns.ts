import type { MissingPair, MissingPattern, MissingPatternsSection } from '#shared/domain/missingPatterns.ts';
import type { ColumnReport } from '#shared/domain/report.ts';
import type { Side } from '#shared/domain/dataset.ts';
import { missingCell } from '../data/evidence/missingCells.ts';
import { countMissingPatterns, type PatternCounts } from '../data/evidence/missingPatterns.ts';
import { phiCoefficient } from '../stats/phiCoefficient.ts';
import { sideNames, type QualityWork } from './sideWork.ts';

const mostPatterns = 20;
/** Pairs are among so many columns at most: 190 pairs. */
const mostPaired = 20;

/** Columns with missing values on either side, those with the largest share first. */
function gappyColumns(columns: readonly ColumnReport[]): ColumnReport[] {
  const share = (column: ColumnReport): number => Math.max(...sideNames.map((side) => column[side]?.missingShare ?? 0));
  return columns
    .map((column, at) => ({ column, at, share: share(column) }))
    .filter((each) => each.share > 0)
    .toSorted((a, b) => b.share - a.share || a.at - b.at)
    .map(({ column }) => column);
}

function count(work: QualityWork, gappy: readonly ColumnReport[], paired: number): Promise<PatternCounts> {
  const side = (name: Side) => {
    const { view, numberOfRows: rows, columns } = work.datasets[name];
    const stored = new Map(columns.map((column) => [column.column, column]));
    const missing = gappy.map((column) => {
      const found = stored.get(column.column);
      return found === undefined || (column[name]?.missing ?? 0) === 0 ? null : missingCell(found, column.kind, work.settings.missing);
    });
    return { view, rows, missing };
  };
  const request = { reference: side('reference'), current: side('current'), mostPatterns, paired };
  return work.database.using(work.context.signal, (connection) => countMissingPatterns(connection, request, work.pacer));
}

function patternSide(rows: number, of: number): MissingPattern['reference'] {
  return { rows, share: of === 0 ? null : rows / of, reasons: of === 0 ? { share: 'no-cells' } : {} };
}

interface PairFacts {
  readonly rows: number;
  readonly a: number;
  readonly b: number;
  readonly together: number;
}

function pairSide({ rows, a, b, together }: PairFacts): NonNullable<MissingPair['reference']> {
  const correlation = phiCoefficient({ n: rows, a, b, both: together });
  return { together, correlation, reasons: correlation === null ? { correlation: 'constant' } : {} };
}

function pairsOf({ datasets }: QualityWork, gappy: readonly ColumnReport[], { together }: PatternCounts): MissingPair[] {
  const alone = new Map(together.flatMap((each) => (each.a === each.b ? [[each.a, each] as const] : [])));
  return together.flatMap((pair) => {
    const [first, second] = [gappy[pair.a]!, gappy[pair.b]!];
    if (pair.a === pair.b) return [];
    const side = (name: Side): MissingPair['reference'] => {
      if (first[name] === null || second[name] === null) return null;
      const counts = { a: alone.get(pair.a)![name], b: alone.get(pair.b)![name], together: pair[name] };
      return pairSide({ rows: datasets[name].numberOfRows, ...counts });
    };
    return [{ a: first.column, b: second.column, reference: side('reference'), current: side('current') }];
  });
}

/** Which columns are missing together: the most frequent patterns of both sides, and the correlation of being missing. */
export async function findMissingPatterns(work: QualityWork): Promise<MissingPatternsSection> {
  const gappy = gappyColumns(work.columns);
  if (gappy.length === 0) {
    const numberOfPatterns = { reference: 0, current: 0 };
    return { columns: [], pairedColumns: 0, numberOfPatterns, patterns: [], pairs: [] };
  }
  const pairedColumns = Math.min(mostPaired, gappy.length);
  const counts = await count(work, gappy, pairedColumns);
  const rows = { reference: work.datasets.reference.numberOfRows, current: work.datasets.current.numberOfRows };
  return {
    columns: gappy.map(({ column }) => column),
    pairedColumns,
    numberOfPatterns: counts.numberOfPatterns,
    patterns: counts.patterns.map(({ places, reference, current }) => ({
      columns: places.map((place) => gappy[place]!.column),
      reference: patternSide(reference, rows.reference),
      current: patternSide(current, rows.current),
    })),
    pairs: pairsOf(work, gappy, counts),
  };
}
