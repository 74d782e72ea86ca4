import type { ReportSettings } from '#shared/domain/settings.ts';

export function relationWords({ correlations, segments }: ReportSettings, usual: ReportSettings): string[] {
  return [
    ...(correlations.method === usual.correlations.method ? [] : ['--correlation', correlations.method]),
    ...(segments.minimumShare === usual.segments.minimumShare ? [] : ['--segment-share', String(segments.minimumShare)]),
  ];
}
