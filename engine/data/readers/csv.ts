import type { Reader } from '../reader.ts';
import { describeHead } from './fileHead.ts';

export const csv: Reader = {
  id: 'csv',
  label: 'CSV',
  extensions: ['.csv', '.tsv', '.csv.gz', '.tsv.gz'],
  columnar: false,
  headGuessCanBeChecked: true,
  objection(head) {
    if (head.length === 0) return 'it is empty (0 bytes)';
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    return !packed && head.includes(0) ? `it is not a text file: ${describeHead(head)}` : null;
  },
  scan(paths, guess) {
    const sample = guess === 'from-all-rows' ? ', sample_size = -1' : '';
    return `read_csv([${paths.join(', ')}]${sample}${paths.length > 1 ? ', union_by_name = true' : ''})`;
  },
};
