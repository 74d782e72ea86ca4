import type { MappedInput, ModelValue, ScoringResult } from '../domain/model.ts';
import { formatCount } from './formatNumber.ts';

/** Kind and shape in the words of the standard: float32[?, 6]. */
export function describeValue({ element, shape, structure }: Pick<ModelValue, 'element' | 'shape' | 'structure'>): string {
  if (structure !== 'tensor') return `${structure} of ${element}`;
  return `${element}[${shape === null ? '…' : shape.map((each) => each ?? '?').join(', ')}]`;
}

const sources: { readonly [K in MappedInput['source']]: string } = {
  'by-hand': 'as told',
  'by-name': 'by name',
  'from-model': 'the order that the model’s file lists',
  'in-file-order': 'in the order of the data, which is a guess: --map says otherwise',
};

/** One line an input that is filled from several columns, and one for all that were found by name. */
export function describeMapping(mapped: readonly MappedInput[]): string[] {
  const named = mapped.filter(({ source, columns }) => source === 'by-name' && columns.length === 1);
  const others = mapped.filter((each) => !named.includes(each));
  const lines = others.map(({ input, columns, source }) => `${input} ← ${columns.join(', ')} (${sources[source]})`);
  return named.length === 0 ? lines : [...lines, `${named.map(({ columns }) => columns[0]).join(', ')}: by name`];
}

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([column, count]) => `${column} ${formatCount(count)}`)
    .join(', ');

/** What scoring gave, in sentences. */
export function describeScoring(result: ScoringResult): string[] {
  const { rows, resumedRows, scoringMs, predictions, missing, notFinite, replaced } = result;
  const scored = rows - resumedRows;
  const rate = scoringMs > 0 && scored > 0 ? ` (${formatCount(Math.round((scored / scoringMs) * 1000))} a second)` : '';
  const lines = [`${formatCount(scored)} rows scored${rate}: ${predictions.map(({ column }) => column).join(', ')}`];
  if (resumedRows > 0) lines.push(`${formatCount(resumedRows)} rows had been scored before and were kept.`);
  if (Object.keys(missing).length > 0) lines.push(`Missing values that were given as told: ${list(missing)}.`);
  if (Object.keys(notFinite).length > 0) lines.push(`Predictions that are no finite number: ${list(notFinite)}.`);
  if (replaced.length > 0) lines.push(`The predictions stand in place of these columns of the data: ${replaced.join(', ')}.`);
  return lines;
}
