import type { ReportSettings } from '#shared/domain/settings.ts';

/** In double quotes where a plain name would end early, or look like an option. */
const named = (column: string): string => (/[="]|^-/.test(column) ? `"${column.replaceAll('"', '""')}"` : column);

export function derivationWords({ derive }: Pick<ReportSettings, 'derive'>): string[] {
  return derive.flatMap(({ column, expression }) => ['--derive', `${named(column)} = ${expression}`]);
}
