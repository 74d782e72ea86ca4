import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = resolve(process.cwd(), '.cache/bench');

/** A uniform double in [0, 1) that depends on the row, a seed and a number of the draw. */
function uniform(draw: number, seed: number): string {
  return `((hash(i * 1000 + ${draw} + ${seed} * 7919) >> 11)::double / 9007199254740992)`;
}

function number(k: number, seed: number, shift: number): string {
  const normal = `sqrt(-2 * ln(${uniform(2 * k + 100, seed)} + 1e-300)) * cos(6.283185307179586 * ${uniform(2 * k + 101, seed)})`;
  const shapes = [`exp(${normal}) * 10 + ${shift}`, `(${normal}) * 3 + ${shift}`, `round(${uniform(k + 500, seed)} * 100, 2)`];
  return `case when ${uniform(k + 900, seed)} < ${(1 + (k % 5)) / 100} then null else ${shapes[k % 3]} end as d${k}`;
}

function integer(k: number, seed: number): string {
  const range = [5, 60, 500, 100_000][k % 4]!;
  return `case when ${uniform(k + 700, seed)} < 0.02 then null else floor(${uniform(k + 600, seed)} * ${range})::int end as i${k}`;
}

function category(k: number, seed: number): string {
  const range = [4, 20, 260, 2000][k % 4]!;
  return `case when ${uniform(k + 800, seed)} < 0.02 then null else 'category_' || floor(power(${uniform(k + 850, seed)}, 2) * ${range})::int end as s${k}`;
}

/** Writes a table of made columns to a parquet file, once; what was made before is kept. */
async function made(name: string, rows: number, columns: readonly string[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = resolve(folder, `${name}-${rows}.parquet`);
  if (existsSync(path)) return path;
  const instance = await DuckDBInstance.create(':memory:', {
    preserve_insertion_order: 'false',
    memory_limit: '2GB',
    temp_directory: folder,
  });
  const connection = await instance.connect();
  await connection.run(`copy (select ${columns.join(', ')} from range(${rows}) t(i)) to '${path}.tmp' (format parquet, compression zstd)`);
  instance.closeSync();
  renameSync(`${path}.tmp`, path);
  return path;
}

/** Twenty columns: 12 doubles of three shapes, 4 integers, 4 texts, each with 1 to 5 % nulls. Made once, then kept. */
export async function benchData(rows: number): Promise<{ reference: string; current: string }> {
  const make = (name: string, seed: number, shift: number): Promise<string> =>
    made(name, rows, [
      ...Array.from({ length: 12 }, (_, k) => number(k, seed, shift)),
      ...Array.from({ length: 4 }, (_, k) => integer(k, seed)),
      ...Array.from({ length: 4 }, (_, k) => category(k, seed)),
    ]);
  return { reference: await make('reference', 1, 0), current: await make('current', 2, 0.3) };
}

/** Twenty columns, of which ten are whole enough for a model that takes no missing values. Made once, then kept. */
export async function scoringData(rows: number): Promise<{ path: string; features: string[] }> {
  const features = Array.from({ length: 10 }, (_, k) => `f${k}`);
  const others = Array.from({ length: 4 }, (_, k) => [number(k, 3, 0), integer(k, 3)]).flat();
  const columns = [
    ...features.map((name, k) => `round(${uniform(k, 3)} * 20 - 5, 3) as ${name}`),
    ...others,
    category(1, 3),
    category(2, 3),
  ];
  return { path: await made('scoring', rows, columns), features };
}

/** Many columns: of each ten 7 doubles, 1 integer, 2 texts. Made once, then kept. */
export async function wideData(columns: number, rows: number): Promise<{ reference: string; current: string }> {
  const column = (k: number, seed: number, shift: number): string =>
    k % 10 < 7 ? number(k, seed, k % 20 === 0 ? shift : 0) : k % 10 < 8 ? integer(k, seed) : category(k, seed);
  const make = (name: string, seed: number): Promise<string> =>
    made(
      `${name}-${columns}`,
      rows,
      Array.from({ length: columns }, (_, k) => column(k, seed, seed === 1 ? 0 : 2)),
    );
  return { reference: await make('wide-reference', 1), current: await make('wide-current', 2) };
}
