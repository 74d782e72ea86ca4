import type { Reader } from '../reader.ts';
import { describeHead } from './fileHead.ts';

export const json: Reader = {
  id: 'json',
  label: 'JSON lines',
  extensions: ['.jsonl', '.ndjson', '.json', '.jsonl.gz', '.ndjson.gz', '.json.gz'],
  objection(head) {
    if (head.length === 0) return 'it is empty (0 bytes)';
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    const first = Buffer.from(head).toString('latin1').replace(/^ï»¿/, '').trimStart()[0];
    if (packed || first === '{' || first === '[') return null;
    return `it is not JSON lines: ${describeHead(head)}`;
  },
  scan: (paths) => `read_json([${paths.join(', ')}], sample_size = -1${paths.length > 1 ? ', union_by_name = true' : ''})`,
};
