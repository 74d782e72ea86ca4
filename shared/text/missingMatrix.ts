import type { MissingPatternsSection } from '../domain/missingPatterns.ts';
import { absenceWords } from './absenceReasons.ts';
import { formatCount } from './formatNumber.ts';

/** Larger matrices are in the JSON report only. */
const mostDrawn = 12;
const shades = 6;

export interface MatrixCell {
  readonly value: number;
  readonly text: string;
  readonly title: string;
}

/** The lower half of the matrix: each row has a cell for every column before it. */
export interface MissingMatrix {
  readonly names: readonly string[];
  readonly rows: readonly { readonly name: string; readonly place: number; readonly cells: readonly MatrixCell[] }[];
}

/** How strong a cell is drawn: 0, nothing, to 6. */
export const shadeOf = (value: number): number => (Math.abs(value) < 0.05 ? 0 : Math.ceil(Math.abs(value) * shades));

function correlationText(value: number): string {
  return value
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00')
    .replace('-', '−');
}

/** The correlation of being missing between the columns that have most of it. */
export function missingMatrix({ columns, pairedColumns, pairs }: MissingPatternsSection, side: 'reference' | 'current'): MissingMatrix {
  const names = columns.slice(0, Math.min(pairedColumns, mostDrawn));
  const byNames = new Map(pairs.map((pair) => [JSON.stringify([pair.a, pair.b]), pair[side]]));
  const rows = names.map((name, i) => {
    const cells = names.slice(0, i).map((other): MatrixCell => {
      const found = byNames.get(JSON.stringify([other, name])) ?? null;
      const value = found?.correlation ?? null;
      if (found === null || value === null)
        return { value: 0, text: '–', title: found === null ? 'no such column' : absenceWords.constant };
      return { value, text: correlationText(value), title: `${formatCount(found.together)} rows lack both` };
    });
    return { name, place: i + 1, cells };
  });
  return rows.some(({ cells }) => cells.some(({ text }) => text !== '–')) ? { names, rows } : { names, rows: [] };
}
