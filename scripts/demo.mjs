import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, runNode } from './build.mjs';
import { root } from './env.mjs';

// npm run demo: the whole job without a screen. Makes the sample data, compares its two months and writes the report.

const folder = join(root, 'demo');
const data = join(folder, 'data');

async function driftglass(...args) {
  const code = await runNode('out/main/cli.js', args);
  if (code !== 0) process.exit(code);
}

mkdirSync(folder, { recursive: true });
await buildIfStale();
await driftglass('sample', data);
const clock = ['--clock', new Date().toISOString()];
const roles = ['--id', 'trip_id', '--datetime', 'pickup_at', '--target', 'fare_amount', '--prediction', 'prediction'];
const report = ['report', join(data, 'trips-2026-02'), '--reference', join(data, 'trips-2026-01.parquet'), ...roles, ...clock];
console.log('');
await driftglass(...report);
console.log('');
for (const name of ['report.html', 'report.json']) await driftglass(...report, '-o', join(folder, name));
