import type { ReportSettings } from '#shared/domain/settings.ts';
import { list, listEntry, pairs } from './listWords.ts';

/** Columns of a model with one input: the first stands in quotes where a name could be read as that of an input. */
function withoutInput(columns: readonly string[]): string {
  const [first = '', ...rest] = columns;
  const isPlain = listEntry(first) === first && columns.some((column) => column.includes('='));
  return [isPlain ? `"${first}"` : listEntry(first), ...rest.map(listEntry)].join(',');
}

export function modelWords({ model }: ReportSettings): string[] {
  if (model === null) return [];
  const fill = Object.fromEntries(Object.entries(model.fill).map(([column, value]) => [column, String(value)]));
  return [
    '--model',
    model.path,
    ...Object.entries(model.map).flatMap(([input, columns]) => [
      '--map',
      input === '' ? withoutInput(columns) : `${input}=${list(columns)}`,
    ]),
    ...(model.nulls === 'refuse' ? [] : ['--nulls', model.nulls]),
    ...pairs('--fill', fill),
  ];
}
