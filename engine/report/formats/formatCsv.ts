import type { ColumnReport, DriftReport } from '#shared/domain/report.ts';

type Cell = string | number | boolean | null;

/** A text that a spreadsheet would run as a formula is kept a text by a leading apostrophe. */
function harmless(text: string): string {
  return /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const fields: readonly (readonly [string, (column: ColumnReport) => Cell])[] = [
  ['column', (column) => column.column],
  ['kind', (column) => column.kind],
  ['status', (column) => column.status],
  ['reason', (column) => (column.status === 'not-tested' ? column.notTested.reason : null)],
  ['drifted', (column) => (column.status === 'tested' ? column.drifted : null)],
  ['method', (column) => column.method],
  ['driftScore', (column) => column.driftScore],
  ['threshold', (column) => column.threshold],
  ['statistic', (column) => column.statistic],
  ['pValue', (column) => column.pValue],
  ['adjustedPValue', (column) => column.adjustedPValue],
  ['referenceRows', (column) => column.reference?.count ?? null],
  ['currentRows', (column) => column.current?.count ?? null],
  ['referenceMissingShare', (column) => column.reference?.missingShare ?? null],
  ['currentMissingShare', (column) => column.current?.missingShare ?? null],
  ['referenceMean', (column) => column.reference?.mean ?? null],
  ['currentMean', (column) => column.current?.mean ?? null],
  ['sentence', (column) => column.sentence],
];

/** One line a column, in the order of the data; numbers in full, fields as RFC 4180 has them. */
export function formatCsv(report: DriftReport): string {
  const head = fields.map(([name]) => name).join(',');
  const rows = report.dataDrift.columns.map((column) => fields.map(([, read]) => cell(read(column))).join(','));
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
