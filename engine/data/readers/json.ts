import type { Reader } from '../reader.ts';
import { describeHead } from './fileHead.ts';

export const json: Reader = {
  id: 'json',
  label: 'JSON lines',
  extensions: ['.jsonl', '.ndjson', '.json', '.jsonl.gz', '.ndjson.gz', '.json.gz'],
  columnar: false,
  // A key that first appears late would be left out in silence.
  headGuessCanBeChecked: false,
  objection(head) {
    if (head.length === 0) return 'it is empty (0 bytes)';
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    const first = Buffer.from(head).toString('latin1').replace(/^ï»¿/, '').trimStart()[0];
    if (packed || first === '{' || first === '[') return null;
    return `it is not JSON lines: ${describeHead(head)}`;
  },
  scan(paths, guess) {
    const sample = guess === 'from-all-rows' ? ', sample_size = -1' : '';
    return `read_json([${paths.join(', ')}]${sample}${paths.length > 1 ? ', union_by_name = true' : ''})`;
  },
};
