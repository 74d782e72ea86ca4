import { z } from 'zod';

/** Which of the two data sets of a comparison. */
export const sides = ['reference', 'current'] as const;
export type Side = (typeof sides)[number];

/** What a column is for the statistics. The rule that decides is in docs/columns.md. */
export const columnKind = z.enum(['numeric', 'categorical', 'datetime', 'text', 'id', 'unsupported']);
export type ColumnKind = z.infer<typeof columnKind>;

/** The kinds a user may choose for a column. */
export const chosenKind = z.enum(['numeric', 'categorical', 'datetime', 'text', 'id']);
export type ChosenKind = z.infer<typeof chosenKind>;

/** Where a data set comes from: a file, a folder of parquet files or a glob. */
export const dataSource = z.object({
  path: z.string().min(1).describe('A file (parquet, CSV, JSON lines), a folder of parquet files, or a glob.'),
});
export type DataSource = z.infer<typeof dataSource>;

export const dataFormat = z.enum(['parquet', 'csv', 'json']);
export type DataFormat = z.infer<typeof dataFormat>;

/** One file of a data set, as it was when it was read. */
export const dataFile = z.object({
  path: z.string(),
  name: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().describe('Hexadecimal; empty where hashing was not asked for.'),
});
export type DataFile = z.infer<typeof dataFile>;

/** A data set as read: its files and how many rows meet the condition, sampled or not. */
export const datasetSummary = z.object({
  name: z.string(),
  path: z.string(),
  format: dataFormat,
  files: z.array(dataFile),
  numberOfRows: z.int().nonnegative(),
  numberOfColumns: z.int().nonnegative(),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;

/** A column of one data set before any comparison. */
export const columnInfo = z.object({
  column: z.string(),
  type: z.string().describe("The database's name of the type, for example DOUBLE or TIMESTAMP WITH TIME ZONE."),
  kind: columnKind,
  reason: z.string().describe('One sentence: which rule gave the kind.'),
});
export type ColumnInfo = z.infer<typeof columnInfo>;

export const datasetInfo = z.object({ summary: datasetSummary, columns: z.array(columnInfo) });
export type DatasetInfo = z.infer<typeof datasetInfo>;
