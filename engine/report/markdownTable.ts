import { formatCount } from '#shared/text/formatNumber.ts';
import { fitted } from './displayWidth.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import type { PlainColumn, PlainTable } from './plainSection.ts';

/** Cells under heads as lines of a Markdown table; every cell is made harmless, and shortened as its column says. */
export function markdownTable(columns: readonly PlainColumn[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ head }) => plainMarkdown(head))),
    row(columns.map(({ align }) => (align === 'left' ? '---' : '---:'))),
    ...rows.map((cells) => row(columns.map(({ most = 60 }, i) => plainMarkdown(fitted(cells[i] ?? '', most)).trim()))),
  ];
}

/** The same of a section's table: so many rows at most, and no pictures, which need letters of one width. */
export function sectionMarkdownTable({ columns, rows, rowsAre }: PlainTable, mostRows: number): string[] {
  const places = columns.flatMap(({ isPicture }, i) => (isPicture === true ? [] : [i]));
  const lines = markdownTable(
    places.map((i) => columns[i]!),
    rows.slice(0, mostRows).map((row) => places.map((i) => row[i] ?? '')),
  );
  const rest = rows.length - mostRows;
  return rest > 0 ? [...lines, '', `… and ${formatCount(rest)} more ${rowsAre}`] : lines;
}
