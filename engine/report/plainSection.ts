import type { DriftReport } from '#shared/domain/report.ts';
import type { SectionId } from '#shared/domain/sections.ts';
import type { Tone } from '#shared/text/verdict.ts';

/** What colours a piece of text where there are colours. */
export type Shade = Tone | 'quiet' | 'strong';

/** Colours a finished piece of text; it must not change its width. */
export type Paint = (text: string, shade: Shade) => string;

/** Text as it came, also from the data: whoever shows it makes it harmless there. */
export interface Piece {
  readonly text: string;
  readonly shade?: Shade;
}

export interface PlainColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Longer cells are shortened in their middle; usually beyond 60 characters. */
  readonly most?: number;
  /** Where a terminal is narrow, columns of less weight are left out first; those without are never. */
  readonly weight?: number;
  /** The column that is shortened before any other is left out. */
  readonly givesWay?: true;
  /** A picture made of letters: only where letters are equally wide. */
  readonly isPicture?: true;
}

/** A table of texts. Every row has a cell for each column. */
export interface PlainTable {
  readonly kind: 'table';
  readonly columns: readonly PlainColumn[];
  /** All of them; how many are shown is up to whoever shows them. */
  readonly rows: readonly (readonly string[])[];
  /** What a row stands for, in the plural, as “columns”. */
  readonly rowsAre: string;
  /** The colour of a cell. */
  readonly shade?: (row: number, column: number) => Shade | null;
  /** How many rows the terminal shows, all without it, and what it says of the others. */
  readonly inTerminal?: { readonly rows: number; readonly more?: (rest: string) => string };
}

export type PlainBlock =
  | PlainTable
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly pieces: readonly Piece[] }
  /** An empty line of the terminal; Markdown has its own between all blocks. */
  | { readonly kind: 'gap' };

export const gap: PlainBlock = { kind: 'gap' };

/** A line of text, in one colour. */
export function line(text: string, shade?: Shade): PlainBlock {
  return pieces(shade === undefined ? { text } : { text, shade });
}

/** A line of several pieces; nothing is put between them. */
export function pieces(...given: readonly Piece[]): PlainBlock {
  return { kind: 'line', pieces: given };
}

/** Columns of which the first, and those named in `left`, stand to the left, all others to the right. */
export function columnsFor(
  heads: readonly string[],
  { left = [], most = 60 }: { left?: readonly number[]; most?: number } = {},
): PlainColumn[] {
  return heads.map((head, i) => ({ head, align: i === 0 || left.includes(i) ? 'left' : 'right', most }));
}

/** A table after an empty line; nothing where it has no rows. */
export function tableIfAny(table: Omit<PlainTable, 'kind'>): PlainBlock[] {
  return table.rows.length === 0 ? [] : [gap, { kind: 'table', ...table }];
}

export interface PlainContext {
  readonly report: DriftReport;
  /** Goes before every number that rests on a sample; empty where all rows were used. */
  readonly about: string;
}

/** What a section says in one report. */
export interface PlainText {
  /** Stands beside the title. */
  readonly note?: Piece;
  readonly blocks: readonly PlainBlock[];
}

/** A section of a report in lines and tables, told once for the terminal, Markdown and CSV. Its title is its label. */
export interface PlainSection {
  readonly id: SectionId;
  /** Where the terminal differs: it says the section without its title, or not at all. */
  readonly terminal?: 'without-title' | 'never';
  /** null where this report has nothing to say there. */
  tell(context: PlainContext): PlainText | null;
}
