import type { ColumnReport } from '#shared/domain/report.ts';

export type TableFormat = 'csv' | 'md' | 'json';

export const tableFormats: readonly (readonly [format: TableFormat, name: string])[] = [
  ['csv', 'CSV'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
];

const fields = [
  'column',
  'kind',
  'method',
  'driftScore',
  'threshold',
  'drifted',
  'pValue',
  'adjustedPValue',
  'missingReference',
  'missingCurrent',
] as const;

type Line = Readonly<Record<(typeof fields)[number], string | number | boolean | null>>;

function lineOf(column: ColumnReport): Line {
  return {
    column: column.column,
    kind: column.kind,
    method: column.method,
    driftScore: column.driftScore,
    threshold: column.threshold,
    drifted: column.drifted,
    pValue: column.pValue,
    adjustedPValue: column.adjustedPValue,
    missingReference: column.reference?.missingShare ?? null,
    missingCurrent: column.current?.missingShare ?? null,
  };
}

/** A spreadsheet must not take a name for a formula, nor a comma in it for a border. */
function csvCell(value: Line[keyof Line]): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdownCell(value: Line[keyof Line]): string {
  return value === null
    ? ''
    : String(value).replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;');
}

/** The rows of the drift table as text for the clipboard, with all digits. */
export function tableText(columns: readonly ColumnReport[], format: TableFormat): string {
  const lines = columns.map(lineOf);
  if (format === 'json') return `${JSON.stringify(lines, null, 2)}\n`;
  if (format === 'csv') {
    return [fields.join(','), ...lines.map((line) => fields.map((field) => csvCell(line[field])).join(','))].join('\r\n').concat('\r\n');
  }
  const rows = [fields, fields.map(() => '---'), ...lines.map((line) => fields.map((field) => markdownCell(line[field])))];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}
