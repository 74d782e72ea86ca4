import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pacer } from '../../jobs/pacer.ts';
import { quoteName, quoteText } from '../quote.ts';
import { streamDoubles } from './streamDoubles.ts';

/** One of two parquet files whose rows belong together by their numbers: SQL to read, by the name it gets. */
export interface PairedFile {
  readonly path: string;
  readonly expressions: Readonly<Record<string, string>>;
}

/** What stands after FROM to read two files row by row; `row_number` counts from 1. */
export function pairedRows(first: PairedFile, second: PairedFile): string {
  const side = ({ path, expressions }: PairedFile): string => {
    const selected = Object.entries(expressions).map(([name, sql]) => `, (${sql}) as ${quoteName(name)}`);
    return `(select file_row_number as place${selected.join('')} from read_parquet(${quoteText(path)}, file_row_number = true))`;
  };
  return `(select place + 1 as row_number, * exclude (place) from ${side(first)} join ${side(second)} using (place))`;
}

/** Target and both predictions of a row, and the block it falls into. */
export type PairedNumbers = (target: number, first: number, second: number, block: number) => void;

/**
 * Streams the rows in which `t`, `a` and `b` are finite. Rows fall into blocks by a hash of their numbers, so that both
 * predictions of a row are in one block; as many blocks as rows make every row one.
 */
export async function streamPairedNumbers(
  connection: DuckDBConnection,
  { from, blocks, ofEachRow }: { readonly from: string; readonly blocks: number; readonly ofEachRow: boolean },
  take: PairedNumbers,
  pacer: Pacer,
): Promise<void> {
  const block = ofEachRow ? 'row_number - 1' : `hash(row_number) % ${blocks}`;
  const finite = 'isfinite(t) and isfinite(a) and isfinite(b) and isfinite(a - t) and isfinite(b - t)';
  await streamDoubles(
    connection,
    `select t::double, a::double, b::double, (${block})::double from ${from} where ${finite}`,
    ([t, a, b, at], rows) => {
      for (let row = 0; row < rows; row += 1) take(t![row]!, a![row]!, b![row]!, at![row]!);
    },
    pacer,
  );
}

/** Rows that share true class, both predicted classes, and the cells of both probabilities. */
export interface PairedCell {
  readonly truth: string;
  readonly first: string;
  readonly second: string;
  readonly rows: number;
  /** Means of the probabilities in the cell; null where the models give none. */
  readonly firstScore: number | null;
  readonly secondScore: number | null;
}

/** Counts rows with a target and both predictions: `t`, `a`, `b`, and the probabilities `pa`, `pb` where they are there. */
export async function countPairedCells(
  connection: DuckDBConnection,
  { from, scoreCells }: { readonly from: string; readonly scoreCells: number | null },
): Promise<PairedCell[]> {
  const scores = scoreCells === null ? '' : ', avg(pa)::double, avg(pb)::double';
  const cells = scoreCells === null ? '' : `, floor(pa * ${scoreCells}), floor(pb * ${scoreCells})`;
  const known = scoreCells === null ? '' : ' and pa between 0 and 1 and pb between 0 and 1';
  const read = await connection.runAndReadAll(
    `select t, a, b, count(*)::double${scores} from ${from} where t is not null and a is not null and b is not null${known}
     group by t, a, b${cells} order by t, a, b${cells}`,
  );
  return read.getRows().map(([truth, first, second, rows, firstScore, secondScore]) => ({
    truth: String(truth),
    first: String(first),
    second: String(second),
    rows: Number(rows),
    firstScore: scoreCells === null ? null : Number(firstScore),
    secondScore: scoreCells === null ? null : Number(secondScore),
  }));
}

type Plain = number | string | null;

/** How far two predictions are apart, over all rows. */
export interface PairedDistances {
  readonly rows: number;
  readonly different: number;
  readonly onlyOne: number;
  readonly mean: number | null;
  readonly largest: number | null;
  readonly quantiles: readonly number[];
  readonly examples: readonly {
    readonly row: number;
    readonly first: Plain;
    readonly second: Plain;
    readonly size: number;
    readonly target: Plain;
  }[];
}

const plain = (value: unknown): Plain => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'bigint' ? Number(value) : String(value as string);
};

/** What distances are asked of rows with predictions `a` and `b`. */
export interface DistanceRequest {
  readonly from: string;
  /** SQL of how far they are apart; null where one of them is missing. */
  readonly size: string;
  /** SQL of whether they differ. */
  readonly differs: string;
  /** Whether a row has its target in `t`. */
  readonly hasTarget: boolean;
  readonly shares: readonly number[];
  readonly examples: number;
}

/** How far two predictions are apart, with the rows of the largest distances. */
export async function pairedDistances(
  connection: DuckDBConnection,
  { from, size, differs, hasTarget, shares, examples }: DistanceRequest,
): Promise<PairedDistances> {
  const sized = `(select *, (${size})::double as size from ${from})`;
  const quantiles = shares.map((share) => `quantile_cont(size, ${share})::double`).join(', ');
  const read = await connection.runAndReadAll(
    `select count(size)::double, (count(*) filter (size is not null and (${differs})))::double, (count(*) filter ((a is null) <> (b is null)))::double,
       avg(size)::double, max(size)::double, ${quantiles} from ${sized}`,
  );
  const [rows, different, onlyOne, mean, largest, ...found] = read.getRows()[0]!.map((value) => (value === null ? null : Number(value)));
  const listed = await connection.runAndReadAll(
    `select row_number::double, a, b, size, ${hasTarget ? 't' : 'null'} from ${sized} where size > 0 order by size desc, row_number limit ${examples}`,
  );
  return {
    rows: rows ?? 0,
    different: different ?? 0,
    onlyOne: onlyOne ?? 0,
    mean: mean ?? null,
    largest: largest ?? null,
    quantiles: found.flatMap((value) => (value === null ? [] : [value])),
    examples: listed.getRows().map(([row, first, second, at, truth]) => ({
      row: Number(row),
      first: plain(first),
      second: plain(second),
      size: Number(at),
      target: plain(truth),
    })),
  };
}

/** Means of one column of each file, over its finite values; null where there is none. */
export async function meanPrediction(
  connection: DuckDBConnection,
  [first, second]: readonly [PairedFile, PairedFile],
  [a, b]: readonly [string, string],
): Promise<(number | null)[]> {
  const mean = async ({ path, expressions }: PairedFile, name: string): Promise<number | null> => {
    const values = `(select (${expressions[name]!})::double as value from read_parquet(${quoteText(path)}))`;
    const read = await connection.runAndReadAll(`select avg(value) filter (isfinite(value)) from ${values}`);
    const found = read.getRows()[0]![0];
    return typeof found === 'number' ? found : null;
  };
  return [await mean(first, a), await mean(second, b)];
}
