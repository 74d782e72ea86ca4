import { reportSettings, type ReportSettings } from '#shared/domain/settings.ts';

export function segmentWords({ segments }: ReportSettings, list: (names: readonly string[]) => string): string[] {
  const usual = reportSettings.parse({}).segments;
  return [
    ...(segments.by.length === 0 ? [] : ['--segment-by', list(segments.by)]),
    ...(segments.minimumRows === usual.minimumRows ? [] : ['--segment-rows', String(segments.minimumRows)]),
    ...(segments.confidence === null ? [] : ['--confidence', String(segments.confidence)]),
    ...(segments.replicates === usual.replicates ? [] : ['--bootstrap', String(segments.replicates)]),
  ];
}
