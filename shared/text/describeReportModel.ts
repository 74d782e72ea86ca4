import type { ReportModel, ScoredSide } from '../domain/scoredModel.ts';
import { describeMapping } from './describeScoring.ts';
import { formatCount } from './formatNumber.ts';

/** A name and what is said of it. */
export type ModelLine = readonly [name: string, text: string];

function counts(side: 'reference' | 'current', found: Readonly<Record<string, number>>): string[] {
  const list = Object.entries(found).map(([column, count]) => `${column} ${formatCount(count)}`);
  return list.length === 0 ? [] : [`${side}: ${list.join(', ')}`];
}

function bothSides({ reference, current }: ReportModel, of: (side: ScoredSide) => Readonly<Record<string, number>>): string {
  return [...counts('reference', of(reference)), ...counts('current', of(current))].join('; ');
}

/** What a report says of the model it scored with, a line each; lines with nothing to say are left out. */
export function describeReportModel(model: ReportModel): ModelLine[] {
  const { task, predictions, mapped, notes, version, sha256, path, reference, current } = model;
  const replaced = [...new Set([...reference.replaced, ...current.replaced])];
  const lines: ModelLine[] = [
    ['file', path],
    ['SHA-256', sha256],
    ['version', version === '0' ? '' : version],
    ['predicts', `${predictions.map(({ column }) => column).join(', ')} (${task})`],
    ...describeMapping(mapped).map((text): ModelLine => ['inputs', text]),
    ['rows scored', `reference ${formatCount(reference.rows)}, current ${formatCount(current.rows)}`],
    ['missing values given as told', bothSides(model, ({ missing }) => missing)],
    ['predictions not finite', bothSides(model, ({ notFinite }) => notFinite)],
    ['in place of columns of the data', replaced.join(', ')],
    ...notes.map((text): ModelLine => ['note', text]),
  ];
  return lines.filter(([, text]) => text !== '');
}

/** The same in one line, for the head of a report. */
export function modelSentence({ name, sha256, predictions, reference, current }: ReportModel): string {
  const missing = [reference, current].flatMap((side) => Object.values(side.missing)).reduce((sum, each) => sum + each, 0);
  const filled = missing === 0 ? '' : `; ${formatCount(missing)} missing values were given as told`;
  return `${name} (${sha256.slice(0, 12)}) scored both sides: ${predictions.map(({ column }) => column).join(', ')}${filled}`;
}
