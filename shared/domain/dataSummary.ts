import { z } from 'zod';
import { columnKind } from './dataset.ts';
import { reasons } from './profile.ts';
import { missingKind } from './settings.ts';

const rowCount = z.int().nonnegative();

/** What one side of the data is, as a whole. Only the columns of the report count. */
export const dataSummarySide = z.object({
  rows: rowCount,
  columns: z.int().nonnegative(),
  kinds: z.array(z.object({ kind: columnKind, columns: z.int().positive() })).describe('Kinds that occur, in a fixed order.'),
  cells: rowCount.describe('Rows × columns.'),
  missingCells: rowCount,
  missingShare: z.number().nullable().describe('Of the cells.'),
  kindsOfMissing: z.array(missingKind).describe('Kinds of missing value that occur, of those that count as missing.'),
  infiniteCells: rowCount,
  rowsWithMissing: rowCount.describe('Rows with at least one missing value.'),
  rowsWithMissingShare: z.number().nullable(),
  emptyRows: rowCount.describe('Rows whose every value is missing.'),
  emptyRowsShare: z.number().nullable(),
  duplicatedRows: rowCount.describe('Rows that repeat an earlier one: rows less distinct rows.'),
  duplicatedRowsShare: z.number().nullable(),
  mostRepeatedRow: rowCount.describe('How often the most frequent of the duplicated rows stands there; 0 where none is.'),
  emptyColumns: z.array(z.string()),
  constantColumns: z.array(z.string()).describe('One distinct value.'),
  almostConstantColumns: z
    .array(z.object({ column: z.string(), value: z.string(), share: z.number() }))
    .describe('One value holds at least almostConstantShare of the values; constant columns are among them.'),
  duplicatedColumns: z.array(z.array(z.string()).min(2)).describe('Columns with the same value in every row, by group.'),
  duplicatedRowsSql: z.string().describe('A statement that lists the duplicated rows with their number.'),
  reasons,
});
export type DataSummarySide = z.infer<typeof dataSummarySide>;

export const dataSummarySection = z.object({
  almostConstantShare: z.number(),
  reference: dataSummarySide,
  current: dataSummarySide,
});
export type DataSummarySection = z.infer<typeof dataSummarySection>;
