import { registry } from '#shared/lib/registry.ts';
import type { DataFormat } from '#shared/domain/dataset.ts';
import { csv } from './readers/csv.ts';
import { json } from './readers/json.ts';
import { parquet } from './readers/parquet.ts';
import type { Reader } from './reader.ts';

/** Every file format that can be opened, the preferred one first. */
export const readers = registry([parquet, csv, json]);

export function readerOf(format: DataFormat): Reader {
  return readers.get(format)!;
}
