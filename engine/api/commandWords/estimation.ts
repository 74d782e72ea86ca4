import { reportSettings, type ReportSettings } from '#shared/domain/settings.ts';

export function estimationWords({ estimation }: ReportSettings): string[] {
  const usual = reportSettings.parse({}).estimation;
  return [
    ...(estimation.chunks === usual.chunks ? [] : ['--estimate-chunks', String(estimation.chunks)]),
    ...(estimation.errors === usual.errors ? [] : ['--estimate-errors', estimation.errors]),
  ];
}
