import type { DataFormat } from '#shared/domain/dataset.ts';

/** How one file format is recognised and scanned. */
export interface Reader {
  readonly id: DataFormat;
  readonly label: string;
  /** Endings of file names, with the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Says what is wrong when the first bytes show that a file cannot be of this format; null when it may be. */
  objection(head: Uint8Array, size: number): string | null;
  /** The table function that reads these files (already quoted paths). */
  scan(quotedPaths: readonly string[]): string;
}
