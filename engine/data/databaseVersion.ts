import { version } from '@duckdb/node-api';

/** The version of the database library, for people who report a problem. */
export function databaseVersion(): string {
  return `DuckDB ${version()}`;
}
