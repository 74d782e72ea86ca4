import type { Reader } from '../reader.ts';
import { describeHead } from './fileHead.ts';

const smallestFile = 12;

export const parquet: Reader = {
  id: 'parquet',
  label: 'Parquet',
  extensions: ['.parquet', '.pq'],
  columnar: true,
  headGuessCanBeChecked: true,
  objection(head, size) {
    const magic = Buffer.from(head.subarray(0, 4)).toString('latin1');
    if (magic === 'PARE') return 'it is an encrypted parquet file, which cannot be read without its keys';
    if (magic !== 'PAR1') return `it is not a parquet file: ${describeHead(head)}`;
    return size < smallestFile ? 'it is cut short: a parquet file ends with a footer, and this one has none' : null;
  },
  scan: (paths) => `read_parquet([${paths.join(', ')}]${paths.length > 1 ? ', union_by_name = true' : ''})`,
};
