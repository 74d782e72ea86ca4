import type { ReportSettings } from '#shared/domain/settings.ts';

type Performance = ReportSettings['performance'];

export function performanceWords(performance: Performance, usual: Performance): string[] {
  const { task, positiveLabel, probabilityThreshold, topRows } = performance;
  return [
    ...(task === null ? [] : ['--task', task]),
    ...(positiveLabel === null
      ? []
      : positiveLabel.startsWith('-')
        ? [`--positive-label=${positiveLabel}`]
        : ['--positive-label', positiveLabel]),
    ...(probabilityThreshold === usual.probabilityThreshold ? [] : ['--probability-threshold', String(probabilityThreshold)]),
    ...(topRows === null ? [] : ['--top-rows', String(topRows)]),
  ];
}
