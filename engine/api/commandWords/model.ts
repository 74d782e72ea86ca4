import type { ReportSettings } from '#shared/domain/settings.ts';
import { list, pairs } from './listWords.ts';

export function modelWords({ model }: ReportSettings): string[] {
  if (model === null) return [];
  const fill = Object.fromEntries(Object.entries(model.fill).map(([column, value]) => [column, String(value)]));
  return [
    '--model',
    model.path,
    ...Object.entries(model.map).flatMap(([input, columns]) => ['--map', input === '' ? list(columns) : `${input}=${list(columns)}`]),
    ...(model.nulls === 'refuse' ? [] : ['--nulls', model.nulls]),
    ...pairs('--fill', fill),
  ];
}
