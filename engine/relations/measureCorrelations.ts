import type { CorrelationsSection } from '#shared/domain/correlations.ts';
import type { Finding } from '#shared/domain/report.ts';
import { clearChanges, describeChanges, sampledSentence } from '#shared/text/describeCorrelations.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { worstFirst } from '#shared/text/worstFirst.ts';
import type { Database } from '../data/openDuckDb.ts';
import { onBoth, type Both } from '../performance/metricRows.ts';
import { measureCategoryPairs } from './categoryPairs.ts';
import { mostCategories, readCorrelationSide, type CorrelationSide } from './correlationSide.ts';
import { measureMixedPairs } from './mixedPairs.ts';
import { measureNumericPairs } from './numericPairs.ts';
import { rowsThatFit } from './readMatrix.ts';
import { sharedColumns, withOrderedRows, type Measured, type RelationWork, type SharedColumn } from './relationWork.ts';

/** Pairs grow with the square of columns: 200 of a kind make 19,900. */
const mostColumns = 200;

type LeftOut = CorrelationsSection['leftOut'];

/** Of too many columns, the target and the prediction and then the most drifted. */
function fitting(columns: readonly SharedColumn[], leftOut: LeftOut): SharedColumn[] {
  if (columns.length <= mostColumns) return [...columns];
  const roleFirst = ({ report }: SharedColumn): number => (report.role === 'target' || report.role === 'prediction' ? 0 : 1);
  const place = new Map(worstFirst(columns.map(({ report }) => report)).map(({ column }, at) => [column, at]));
  const ranked = [...columns].sort((a, b) => roleFirst(a) - roleFirst(b) || place.get(a.report.column)! - place.get(b.report.column)!);
  const kept = new Set(ranked.slice(0, mostColumns));
  for (const column of columns) {
    if (!kept.has(column))
      leftOut.push({
        column: column.report.column,
        sentence: `More than ${mostColumns} columns of its kind; the most drifted are paired.`,
      });
  }
  return columns.filter((column) => kept.has(column));
}

interface Chosen {
  readonly numeric: readonly SharedColumn[];
  readonly categorical: readonly SharedColumn[];
}

async function readSides(work: RelationWork, database: Database, { numeric, categorical }: Chosen): Promise<Both<CorrelationSide>> {
  const most = rowsThatFit(numeric.length + categorical.length);
  const read = (side: 'reference' | 'current') => readCorrelationSide(work, database, { side, numeric, categorical, most });
  work.context.progress({ share: 0, message: 'Correlations: reading the reference' });
  const reference = await read('reference');
  work.context.progress({ share: 0.2, message: 'Correlations: reading the current data' });
  return { reference, current: await read('current') };
}

function fewEnough(sides: Both<CorrelationSide>, categorical: readonly SharedColumn[], leftOut: LeftOut): number[] {
  return categorical.flatMap(({ report }, i) => {
    if (sides.reference.categories[i] !== null && sides.current.categories[i] !== null) return [i];
    leftOut.push({ column: report.column, sentence: `It has more than ${formatCount(mostCategories)} categories.` });
    return [];
  });
}

async function measurePairs(work: RelationWork, sides: Both<CorrelationSide>, { numeric, categorical }: Chosen, leftOut: LeftOut) {
  const { settings, context, pacer } = work;
  const roles = [settings.roles.target, settings.roles.prediction].filter((name) => name !== null);
  const always = new Set(roles);
  const progress = (what: string, from: number) => (share: number) =>
    context.progress({ share: from + share * 0.2, message: `Correlations: ${what}, ${Math.floor(share * 100)} % of the pairs` });
  const names = numeric.map(({ report }) => report.column);
  const numericPairs = await measureNumericPairs(
    sides,
    { names, always, method: settings.correlations.method },
    { pacer, progress: progress('numbers', 0.4) },
  );
  const usable = fewEnough(sides, categorical, leftOut);
  const labels = usable.map((i) => categorical[i]!.report.column);
  const codes = onBoth((side) => usable.map((i) => sides[side].categories[i]!));
  const categoryPairs = await measureCategoryPairs(codes, { names: labels, always }, { pacer, progress: progress('categories', 0.6) });
  const mixedPairs = await measureMixedPairs(
    onBoth((side) => ({ numbers: sides[side].numbers, categories: codes[side] })),
    { numeric: names, categorical: labels, always },
    { pacer, progress: progress('numbers with categories', 0.8) },
  );
  return { numeric: { columns: names, ...numericPairs }, categorical: { columns: labels, ...categoryPairs }, mixed: mixedPairs };
}

function findingsOf(section: CorrelationsSection): Finding[] {
  const sampled = sampledSentence(section);
  const changed = clearChanges(section);
  return [
    ...(sampled === null ? [] : [{ severity: 'note', code: 'sampled', column: null, sentence: sampled } as const]),
    ...(changed.length === 0
      ? []
      : [{ severity: 'attention', code: 'correlations-changed', column: null, sentence: describeChanges(section) } as const]),
  ];
}

/** Measures how the columns that both sides have hang together. */
export async function measureCorrelations(work: RelationWork): Promise<Measured<CorrelationsSection>> {
  const leftOut: LeftOut = [];
  const numeric = fitting(sharedColumns(work, ['numeric']), leftOut);
  const categorical = fitting(sharedColumns(work, ['categorical']), leftOut);
  return withOrderedRows(work, async (database) => {
    const sides = await readSides(work, database, { numeric, categorical });
    const pairs = await measurePairs(work, sides, { numeric, categorical }, leftOut);
    const section: CorrelationsSection = {
      method: work.settings.correlations.method,
      ...pairs,
      leftOut,
      pearsonExact: sides.reference.exact && sides.current.exact,
      sampled: onBoth((side) => {
        const { numberOfRows } = work.datasets[side];
        return sides[side].rows < numberOfRows ? { rows: sides[side].rows, of: numberOfRows } : null;
      }),
    };
    return { value: section, findings: findingsOf(section) };
  });
}
