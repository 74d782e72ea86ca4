import { outlierSettings } from '#shared/domain/outliers.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';

export function outlierWords({ outliers: { iqrFactor, zLimit } }: ReportSettings): string[] {
  const usual = outlierSettings.parse({});
  return [
    ...(iqrFactor === usual.iqrFactor ? [] : ['--outlier-iqr', String(iqrFactor)]),
    ...(zLimit === usual.zLimit ? [] : ['--outlier-z', String(zLimit)]),
  ];
}
