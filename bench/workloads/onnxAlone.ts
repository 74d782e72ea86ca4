import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { DuckDBInstance } from '@duckdb/node-api';
import { openSession } from '#engine/models/runtime.ts';

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

// The rows are brought into memory first, as the runtime wants them; only its runs are timed.
const [data, model, features] = process.argv.slice(2) as [string, string, string];
const names = features.split(',');
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const columns = names.map((name, i) => `"${name}"::double as c${i}`).join(', ');
const read = await connection.runAndReadAll(`select ${columns} from '${data}'`);
const rows = read.currentRowCount;
const cells = new Float32Array(rows * names.length);
read.getColumns().forEach((values, column) => values.forEach((value, row) => (cells[row * names.length + column] = value as number)));
connection.closeSync();
instance.closeSync();
const session = await openSession(model, await readFile(model), availableParallelism());
const batch = 65_536;
const run = async (): Promise<void> => {
  for (let from = 0; from < rows; from += batch) {
    const count = Math.min(batch, rows - from);
    const given = cells.subarray(from * names.length, (from + count) * names.length);
    await session.run({ X: { kind: 'float32', cells: given, dims: [count, names.length] } });
  }
};
await run();
const before = process.cpuUsage();
const started = performance.now();
await run();
process.stdout.write(JSON.stringify({ rows, seconds: (performance.now() - started) / 1000, cpu: cpuSeconds() }));
await session.close();
