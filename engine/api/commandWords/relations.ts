import type { ReportSettings } from '#shared/domain/settings.ts';

export function relationWords({ correlations, weakSegments }: ReportSettings, usual: ReportSettings): string[] {
  return [
    ...(correlations.method === usual.correlations.method ? [] : ['--correlation', correlations.method]),
    ...(weakSegments.minimumShare === usual.weakSegments.minimumShare ? [] : ['--segment-share', String(weakSegments.minimumShare)]),
  ];
}
