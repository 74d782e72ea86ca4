import type { ColumnReport } from '#shared/domain/report.ts';
import { seededRandom } from '#shared/lib/random.ts';
import type { AnalysisWork } from '../analyses/defineAnalysis.ts';
import type { DatasetColumn } from '../data/dataset.ts';
import { labelExpression } from '../data/evidence/labels.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { sampleDistinctRows, type SampledRows } from '../data/evidence/sampledRows.ts';
import { groupOf } from '../data/sqlTypes.ts';
import { forestImportance } from '../stats/forestImportance.ts';
import { classOutputs, codeCategories, codeNumbers, rankOutput } from './codeColumns.ts';

const seed = 20_260_302;
const mostRows = 4000;
/** Rows times columns that are held. */
const mostCells = 800_000;
const fewestRows = 40;

export interface EstimatedImportance {
  readonly explains: string;
  readonly explained: number;
  readonly rows: number;
  /** Column → rise of the error, not below 0. */
  readonly importances: ReadonlyMap<string, number>;
}

type Work = Pick<AnalysisWork, 'database' | 'datasets' | 'settings' | 'context' | 'pacer' | 'columns'>;

interface Feature {
  readonly column: DatasetColumn;
  readonly isNumber: boolean;
}

function expressionOf({ column, isNumber }: Feature): string {
  if (!isNumber) return labelExpression(column, { truthAsNumber: false, emptyIsMissing: false });
  const x = numberExpression(column, 'numeric');
  return `case when isfinite(${x}) then ${x} end`;
}

/** Numeric columns and those of categories that the reference has; others are of no use to a forest. */
function featuresOf({ columns, datasets }: Work): Feature[] {
  const inReference = new Map(datasets.reference.columns.map((column) => [column.column, column]));
  return columns.flatMap(({ column, kind, role }) => {
    const found = inReference.get(column);
    const usable = role === 'feature' && (kind === 'numeric' || kind === 'categorical');
    return found === undefined || !usable ? [] : [{ column: found, isNumber: kind === 'numeric' }];
  });
}

function explainedColumn({ columns, datasets, settings }: Work): Feature | null {
  for (const name of [settings.roles.prediction, settings.roles.target]) {
    const column = datasets.reference.columns.find((each) => each.column === name);
    if (column === undefined || groupOf(column.family) === 'unsupported' || groupOf(column.family) === 'time') continue;
    const kind: ColumnReport['kind'] | undefined = columns.find((each) => each.column === name)?.kind;
    return { column, isNumber: kind === 'numeric' || (kind === undefined && groupOf(column.family) === 'number') };
  }
  return null;
}

/** Which of the sampled rows to learn from: each as often as it stands for, scaled down to about `mostRows` in all. */
function rowsToLearn({ cells, counts }: SampledRows): number[] {
  const known = counts.map((count, i) => (cells[0]![i] === null ? 0 : count));
  const total = known.reduce((sum, count) => sum + count, 0);
  const scale = Math.min(1, mostRows / Math.max(1, total));
  return known.flatMap((count, i) => Array.from({ length: count === 0 ? 0 : Math.max(1, Math.round(count * scale)) }, () => i));
}

/**
 * Estimates from the reference how much each column matters to the prediction, or to the target where there is none: a
 * random forest learns it from a sample of rows, and a column matters as much as the error grows when its values are
 * shuffled. null where there is nothing to learn from, or nothing to be learnt.
 */
export async function estimateImportance(work: Work): Promise<EstimatedImportance | null> {
  const explained = explainedColumn(work);
  const features = featuresOf(work);
  if (explained === null || features.length === 0) return null;
  const most = Math.min(mostRows, Math.floor(mostCells / (features.length + 1)));
  const expressions = [explained, ...features].map(expressionOf);
  const sample = await work.database.using(work.context.signal, (connection) =>
    sampleDistinctRows(connection, { view: work.datasets.reference.view, expressions, most }),
  );
  const rows = rowsToLearn(sample);
  if (rows.length < fewestRows) return null;
  const [wanted, ...cells] = sample.cells.map((column) => rows.map((row) => column[row]!));
  const outputs = explained.isNumber ? rankOutput(wanted!) : classOutputs(wanted!);
  const coded = cells.map((column, i) => (features[i]!.isNumber ? codeNumbers(column) : codeCategories(column)));
  const found = await work.pacer.run(forestImportance({ features: coded, outputs }, seededRandom(seed)));
  const importances = new Map(features.map(({ column }, i) => [column.column, Math.max(0, found.rises[i]!)]));
  if (![...importances.values()].some((rise) => rise > 0) || found.explained <= 0) return null;
  return { explains: explained.column.column, explained: found.explained, rows: rows.length, importances };
}
