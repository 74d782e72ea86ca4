import type { DataFormat } from '#shared/domain/dataset.ts';

/** How one file format is recognised and scanned. */
export interface Reader {
  readonly id: DataFormat;
  readonly label: string;
  /** Endings of file names, with the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Whether one column can be read without the others; a format of rows is rewritten by column once for a report. */
  readonly columnar: boolean;
  /** Says what is wrong when the first bytes show that a file cannot be of this format; null when it may be. */
  objection(head: Uint8Array, size: number): string | null;
  /**
   * The table function that reads these files (already quoted paths). Where a file does not say its types, they are
   * guessed: from all rows, or from its head only, which is quick and may be wrong further down.
   */
  scan(quotedPaths: readonly string[], guess: 'from-all-rows' | 'from-head'): string;
  /** A guess from the head fails or can be seen to be wrong when all rows are read; it never loses a column. */
  readonly headGuessCanBeChecked: boolean;
}
