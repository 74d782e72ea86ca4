import type { ColumnReport } from '#shared/domain/report.ts';

/** A long list of files stands once on the page; the statements call it by name. */
export interface SqlSources {
  readonly definitions: readonly { readonly name: string; readonly source: string }[];
  shorten(sql: string): string;
}

const scan = /read_\w+\((?:[^()']|'(?:[^']|'')*'|\([^()]*\))*\)/g;
const longerThan = 240;

/** Finds the scans of many files in the SQL of all columns and names them data_1, data_2 and so on. */
export function findSqlSources(columns: readonly ColumnReport[]): SqlSources {
  const names = new Map<string, string>();
  const shorten = (sql: string): string => sql.replaceAll(scan, (source) => names.get(source) ?? source);
  for (const { sql } of columns.flatMap((column) => column.sql)) {
    for (const [source] of sql.matchAll(scan)) {
      if (source.length > longerThan && !names.has(source)) names.set(source, `data_${names.size + 1}`);
    }
  }
  return { definitions: [...names].map(([source, name]) => ({ name, source })), shorten };
}
