import { DuckDBInstance } from '@duckdb/node-api';

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const [data, output] = process.argv.slice(2) as [string, string];
const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'true' });
const connection = await instance.connect();
const before = process.cpuUsage();
const started = performance.now();
await connection.run(`copy (select * from '${data}') to '${output}' (format parquet, compression zstd)`);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - started) / 1000, cpu: cpuSeconds() }));
connection.closeSync();
instance.closeSync();
