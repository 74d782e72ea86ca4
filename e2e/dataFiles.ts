import { DuckDBInstance } from '@duckdb/node-api';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Data sets of known drift, written as real parquet. */
export interface DataFiles {
  readonly reference: string;
  readonly current: string;
  /** Two hundred columns. */
  readonly wideReference: string;
  readonly wideCurrent: string;
  /** Reviews; one in three of the current ones asks for a refund. */
  readonly textReference: string;
  readonly textCurrent: string;
  /** People with what was predicted for them; now one group is called half as often as before. */
  readonly peopleReference: string;
  readonly peopleCurrent: string;
  /** Trees of three kinds with the probability of each; the current ones are harder to tell apart and have no kind. */
  readonly treesReference: string;
  readonly treesCurrent: string;
  /** Cut off in the middle. */
  readonly corrupt: string;
  readonly missing: string;
}

const rows = 4_000;

/** `distance` is twice as long in the current data and `payment` has a new value; the rest is the same. */
function trips(isCurrent: boolean): string {
  return `select i as trip_id,
    (1 + abs(hash(i * 7 + ${Number(isCurrent)}) % 1000) / 100.0) * ${isCurrent ? 2 : 1} as distance,
    5 + (hash(i * 13 + ${Number(isCurrent)}) % 3000) / 100.0 as fare,
    ['card', 'cash', ${isCurrent ? "'voucher'" : "'card'"}][1 + (hash(i * 3) % 3)::int] as payment,
    case when hash(i) % 10 = 0 then null else (hash(i * 5) % 24)::double end as hour_of_day
    from range(${rows}) t(i)`;
}

function wide(shift: number): string {
  const columns = Array.from({ length: 200 }, (_, c) => `(hash(i * 31 + ${c}) % 1000) / 10.0 + ${c % 10 === 0 ? shift : 0} as column_${c}`);
  return `select ${columns.join(', ')} from range(500) t(i)`;
}

function reviews(isCurrent: boolean): string {
  const words = `['order', 'came', 'late', 'box', 'broken', 'friendly', 'quick', 'buy', 'price', 'good', 'bad', 'size', 'colour', 'shop']`;
  const drawn = `list_transform(range((4 + hash(i * 11 + ${Number(isCurrent)}) % 8)::int), j -> ${words}[1 + (hash(i * 17 + j * 1000003 + ${Number(isCurrent)}) % 14)::int])`;
  return `select array_to_string(${drawn}, ' ') || case when i % 3 = 0 then '${isCurrent ? ' refund' : ''}' else '' end as review, i % 7 as stars from range(1500) t(i)`;
}

function people(women: number): string {
  return `select 'customer ' || (i % 120) as customer, ['woman', 'man'][1 + i % 2] as sex, ['old', 'young'][1 + (i // 2) % 2] as age, (hash(i * 7) % 3 = 0)::int as bought,
    least(0.99, (hash(i * 11) % 1000) / 1000.0 * case when i % 2 = 0 then ${women} else 1.0 end) as chance
    from range(2400) t(i)`;
}

function trees(isCurrent: boolean): string {
  const drawn = `select i, ${isCurrent ? '0.3 + 0.4 *' : ''} (hash(i * 7 + ${Number(isCurrent)}) % 1000) / 1000.0 as u, (hash(i * 13) % 1000) / 1000.0 as v from range(1500) t(i)`;
  const kind = `case when v < u * u then 'ash' when v < u then 'beech' else 'oak' end`;
  return `select u * u as prob_ash, u - u * u as prob_beech, 1 - u as prob_oak${isCurrent ? '' : `, ${kind} as kind`} from (${drawn})`;
}

export async function makeDataFiles(folder: string): Promise<DataFiles> {
  const at = (name: string): string => join(folder, name);
  const files: DataFiles = {
    reference: at('january.parquet'),
    current: at('february.parquet'),
    wideReference: at('wide-before.parquet'),
    wideCurrent: at('wide-after.parquet'),
    textReference: at('reviews-before.parquet'),
    textCurrent: at('reviews-after.parquet'),
    peopleReference: at('people-before.parquet'),
    peopleCurrent: at('people-now.parquet'),
    treesReference: at('trees-before.parquet'),
    treesCurrent: at('trees-now.parquet'),
    corrupt: at('corrupt.parquet'),
    missing: at('no-such-file.parquet'),
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const write = (path: string, query: string): Promise<unknown> => connection.run(`copy (${query}) to '${path}' (format parquet)`);
  await write(files.reference, trips(false));
  await write(files.current, trips(true));
  await write(files.wideReference, wide(0));
  await write(files.wideCurrent, wide(40));
  await write(files.textReference, reviews(false));
  await write(files.textCurrent, reviews(true));
  await write(files.peopleReference, people(1));
  await write(files.peopleCurrent, people(0.7));
  await write(files.treesReference, trees(false));
  await write(files.treesCurrent, trees(true));
  connection.closeSync();
  instance.closeSync();
  const whole = await readFile(files.reference);
  await writeFile(files.corrupt, whole.subarray(0, whole.length / 2));
  return files;
}
