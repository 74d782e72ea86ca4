import type { DuckDBConnection } from '@duckdb/node-api';

export interface ConflictRequest {
  readonly view: string;
  /** Names of the columns, quoted. */
  readonly features: readonly string[];
  readonly target: string;
  /** SQL of the rows that have a target. */
  readonly hasTarget: string;
  /** A condition that all rows with equal features meet; null where none is known. */
  readonly within: string | null;
  readonly mostExamples: number;
  readonly mostTargets: number;
}

export interface ConflictExample {
  readonly features: readonly (string | null)[];
  readonly rows: number;
  readonly targets: readonly { readonly target: string; readonly rows: number }[];
}

export interface ConflictCounts {
  readonly rows: number;
  readonly patterns: number;
  readonly examples: readonly ConflictExample[];
}

/** Texts of examples are cut to this length. */
const longest = 60;

const places = (features: readonly string[]): string[] => features.map((_, i) => `f${i}`);

/** Rows of equal features by target, of those features that may have several targets. */
async function fillConflicts(connection: DuckDBConnection, request: ConflictRequest): Promise<void> {
  const { view, features, target, hasTarget, within } = request;
  const hash = `hash(${features.join(', ')})`;
  const rows = `${view} where (${hasTarget})${within === null ? '' : ` and (${within})`}`;
  await connection.run(
    `create or replace temp table suspects as select h from (select ${hash} as h, hash(${target}) as t from ${rows}) group by h having min(t) <> max(t)`,
  );
  const named = features.map((feature, i) => `${feature} as f${i}`).join(', ');
  const names = places(features).join(', ');
  await connection.run(
    `create or replace temp table conflicts as select ${names}, t, count(*) as c from (select ${named}, ${target} as t from ${rows} and ${hash} in (select h from suspects)) group by ${names}, t`,
  );
}

async function readExamples(connection: DuckDBConnection, request: ConflictRequest): Promise<ConflictExample[]> {
  const { features, mostExamples, mostTargets } = request;
  const names = places(features);
  const texts = names.map((name) => `left(${name}::varchar, ${longest})`);
  const order = texts.map((_, i) => `${i + 4} nulls first`).join(', ');
  const read = await connection.runAndReadAll(
    `select sum(c)::double, list(left(t::varchar, ${longest}) order by c desc, t)[:${mostTargets}], list(c::double order by c desc, t)[:${mostTargets}], ${texts.join(', ')} from conflicts group by ${names.join(', ')} having count(*) > 1 order by 1 desc, ${order} limit ${mostExamples}`,
  );
  return read.getRowsJson().map(([rows, targets, counts, ...values]) => ({
    features: values.map((value) => (typeof value === 'string' ? value : null)),
    rows: Number(rows),
    targets: (targets as string[]).map((target, i) => ({ target, rows: Number((counts as number[])[i]) })),
  }));
}

/**
 * Counts rows of equal features and different targets, exactly: what is suspected by 64-bit hashes is grouped by its
 * values. The groupings spill to disk.
 */
export async function countConflicts(connection: DuckDBConnection, request: ConflictRequest): Promise<ConflictCounts> {
  await fillConflicts(connection, request);
  const names = places(request.features).join(', ');
  const counted = await connection.runAndReadAll(
    `select coalesce(sum(c), 0)::double, count(*)::double from (select sum(c) as c from conflicts group by ${names} having count(*) > 1)`,
  );
  const [rows, patterns] = counted.getRows()[0]!.map(Number);
  return { rows: rows!, patterns: patterns!, examples: patterns === 0 ? [] : await readExamples(connection, request) };
}
