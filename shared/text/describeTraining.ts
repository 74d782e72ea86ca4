import type { TrainingResult } from '../domain/training.ts';
import { formatBytes, formatCount, formatNumber } from './formatNumber.ts';
import { metricName } from './metricNames.ts';

const kinds = { linear: 'Linear regression', logistic: 'Logistic regression', 'boosted-trees': 'Boosted trees' } as const;

function metricLines({ train, reference }: TrainingResult): string[] {
  const ids = Object.keys(train).filter((id) => id !== 'rows');
  const rows = ids.map((id) => [metricName(id).short, train[id] ?? null, reference[id] ?? null] as const);
  const width = Math.max(...rows.map(([name]) => name.length), 4);
  const cell = (value: number | null): string => (value === null ? '–' : formatNumber(value)).padStart(12);
  const count = (value: number | null | undefined): string => formatCount(value ?? 0).padStart(12);
  return [
    `${''.padEnd(width)}${'training'.padStart(12)}${'reference'.padStart(12)}`,
    `${'rows'.padEnd(width)}${count(train['rows'])}${count(reference['rows'])}`,
    ...rows.map(([name, one, other]) => `${name.padEnd(width)}${cell(one)}${cell(other)}`),
  ];
}

/** What training gave, in lines for people. */
export function describeTraining(result: TrainingResult): string[] {
  const { kind, target, features, notes, path, bytes, card, referenceData, trainingData } = result;
  return [
    `${kinds[kind]} of ${target} on ${features.map(({ column }) => column).join(', ')}`,
    '',
    ...metricLines(result),
    '',
    ...notes,
    `Written: ${path} (${formatBytes(bytes)})`,
    ...[card, referenceData, trainingData].flatMap((each) => (each === null ? [] : [`Written: ${each}`])),
  ];
}
